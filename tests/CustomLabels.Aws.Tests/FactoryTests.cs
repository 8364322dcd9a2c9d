using System;
using CustomLabels.Api.Transport;
using CustomLabels.Cli.Input;
using Xunit;

namespace CustomLabels.Aws.Tests;

[Collection(OneAtATime.Name)]
public sealed class FactoryTests : IDisposable
{
    private readonly AwsEnvironment _environment = new();

    public void Dispose() => _environment.Dispose();

    [Fact]
    public void What_the_module_asks_for_can_be_made_by_name()
    {
        var library = typeof(AwsTransportFactory).Assembly;
        Assert.IsAssignableFrom<IAwsConfiguration>(library.CreateInstance("CustomLabels.Aws.AwsConfiguration"));
        Assert.IsAssignableFrom<ITransportFactory>(library.CreateInstance("CustomLabels.Aws.AwsTransportFactory"));
        Assert.IsAssignableFrom<IYamlParser>(library.CreateInstance("CustomLabels.Aws.Yaml.YamlParser"));
    }

    [Theory]
    [InlineData("us-east-1", "https://rekognition.us-east-1.amazonaws.com/")]
    [InlineData("eu-south-2", "https://rekognition.eu-south-2.amazonaws.com/")]
    [InlineData("cn-north-1", "https://rekognition.cn-north-1.amazonaws.com.cn/")]
    [InlineData("us-gov-west-1", "https://rekognition.us-gov-west-1.amazonaws.com/")]
    [InlineData("eu-new-9", "https://rekognition.eu-new-9.amazonaws.com/")]
    public void A_region_has_its_endpoint(string region, string endpoint)
    {
        using var transport = new AwsTransportFactory().Create(new ConnectionSettings(), AwsService.Rekognition, region);

        Assert.Equal(new Uri(endpoint), transport.Endpoint);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080/")]
    [InlineData("https://rekognition-fips.us-east-1.amazonaws.com/", "https://rekognition-fips.us-east-1.amazonaws.com/")]
    [InlineData("http://[::1]:8080/a", "http://[::1]:8080/a/")]
    public void An_endpoint_that_is_given_is_used(string given, string endpoint)
    {
        using var transport = new AwsTransportFactory().Create(new ConnectionSettings { EndpointUrl = new Uri(given) }, AwsService.Rekognition, "eu-west-1");

        Assert.Equal(new Uri(endpoint), transport.Endpoint);
    }

    [Fact]
    public void An_endpoint_of_the_environment_is_used_unless_one_is_given()
    {
        _environment["AWS_ENDPOINT_URL"] = "http://127.0.0.1:1";
        Assert.Equal(1, EndpointPort(new ConnectionSettings()));

        _environment["AWS_ENDPOINT_URL_REKOGNITION"] = "http://127.0.0.1:2";
        Assert.Equal(2, EndpointPort(new ConnectionSettings()));

        Assert.Equal(3, EndpointPort(new ConnectionSettings { EndpointUrl = new Uri("http://127.0.0.1:3") }));
    }

    [Theory]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("/only/a/path")]
    [InlineData("127.0.0.1:8080")]
    [InlineData("http://user:canary@127.0.0.1")]
    [InlineData("http://127.0.0.1/?canary=1")]
    public void An_impossible_endpoint_is_refused_and_not_shown(string url)
    {
        AssertRefused(new ConnectionSettings { EndpointUrl = new Uri(url, UriKind.RelativeOrAbsolute) }, "eu-west-1", "endpoint");

        _environment["AWS_ENDPOINT_URL"] = url;
        AssertRefused(new ConnectionSettings(), "eu-west-1", "AWS_ENDPOINT_URL");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("eu west 1")]
    [InlineData("eu-west-1/")]
    [InlineData("evil.example#")]
    public void An_impossible_region_is_refused(string region) => AssertRefused(new ConnectionSettings(), region, $"'{region}'");

    [Theory]
    [InlineData("A", null, null, "AccessKey can't be used without SecretKey")]
    [InlineData(null, "canary", null, "SecretKey can't be used without AccessKey")]
    [InlineData(null, null, "canary", "SessionToken can't be used without AccessKey and SecretKey")]
    [InlineData("A", null, "canary", "AccessKey and SessionToken can't be used without SecretKey")]
    [InlineData(null, "canary", "canary", "SecretKey and SessionToken can't be used without AccessKey")]
    [InlineData("A", "", null, "AccessKey can't be used without SecretKey")]
    [InlineData("", "", null, "are empty")]
    [InlineData("A", "canary\r\nX-Injected: yes", null, "control character")]
    [InlineData("A", "canary", "can ary", "white space")]
    [InlineData("Ä", "canary", null, "outside of ASCII")]
    public void Keys_that_can_not_be_used_are_refused(string? accessKey, string? secretKey, string? token, string said) =>
        AssertRefused(new ConnectionSettings { AccessKey = accessKey, SecretKey = secretKey, SessionToken = token }, "eu-west-1", said);

    private static int EndpointPort(ConnectionSettings settings)
    {
        using var transport = new AwsTransportFactory().Create(settings, AwsService.Rekognition, "eu-west-1");
        return transport.Endpoint.Port;
    }

    private static void AssertRefused(ConnectionSettings settings, string region, string said)
    {
        var error = Assert.Throws<CustomLabelsException>(() => new AwsTransportFactory().Create(settings, AwsService.Rekognition, region));

        Assert.Equal(ErrorId.RequestInvalid, error.Error.Id);
        Assert.Equal(ErrorScope.Run, error.Error.Scope);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", error.ToString(), StringComparison.Ordinal);
    }
}
