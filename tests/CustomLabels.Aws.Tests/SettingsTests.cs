using System;
using System.Threading.Tasks;
using CustomLabels.Api.Transport;
using CustomLabels.Testing;
using Xunit;

namespace CustomLabels.Aws.Tests;

/// <summary>What the environment and the shared files say about the way to the service.</summary>
[Collection(OneAtATime.Name)]
public sealed class SettingsTests : SettingsScene
{
    private const string Services = "\n[services dev]\ns3 =\n  endpoint_url = http://127.0.0.1:90\nrekognition =\n  endpoint_url = http://127.0.0.1:91\n";

    [Theory]
    [InlineData("endpoint_url = http://127.0.0.1:92", 92)]
    [InlineData("services = dev", 91)]
    [InlineData("services = dev\nendpoint_url = http://127.0.0.1:92", 91)]
    [InlineData("services = dev\nignore_configured_endpoint_urls = true", 443)]
    [InlineData("services = dev\nignore_configured_endpoint_urls = false", 91)]
    [InlineData("region = eu-west-1", 443)]
    public void A_profile_may_name_the_endpoint(string properties, int port)
    {
        SetConfig($"[default]\n{properties}\n[profile line4]\nendpoint_url = http://127.0.0.1:94\n{Services}");

        Assert.Equal(port, Endpoint().Port);
        Assert.Equal(94, Endpoint(new ConnectionSettings { ProfileName = "line4" }).Port);
        Variables["AWS_PROFILE"] = "line4";
        Assert.Equal(94, Endpoint().Port);
    }

    [Fact]
    public void The_environment_comes_before_the_profile_and_a_given_endpoint_before_both()
    {
        SetConfig($"[default]\nservices = dev\n{Services}");
        Variables["AWS_ENDPOINT_URL"] = "http://127.0.0.1:1";
        Assert.Equal(1, Endpoint().Port);

        Variables["AWS_ENDPOINT_URL_REKOGNITION"] = "http://127.0.0.1:2";
        Assert.Equal(2, Endpoint().Port);

        Variables["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"] = "true";
        Assert.Equal(443, Endpoint().Port);
        Assert.Equal(3, Endpoint(new ConnectionSettings { EndpointUrl = new Uri("http://127.0.0.1:3") }).Port);
    }

    [Theory]
    [InlineData("http://localhost:99999")]
    [InlineData("http://")]
    [InlineData("localhost:8080")]
    [InlineData("127.0.0.1")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("/etc/endpoint")]
    public void An_endpoint_that_is_no_URL_is_refused(string url)
    {
        var file = SetConfig($"[default]\nendpoint_url = {url}\n");
        AssertRefused(new ConnectionSettings(), $"endpoint_url of profile 'default' in {file} is '{url}', not a URL; ");

        foreach (var variable in new[] { "AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_REKOGNITION" })
        {
            Variables[variable] = url;
            AssertRefused(new ConnectionSettings(), $"The environment variable {variable} is '{url}', not a URL; ");
        }
    }

    [Fact]
    public void An_endpoint_that_may_hold_a_password_is_not_shown()
    {
        Variables["AWS_ENDPOINT_URL"] = "http://user:canary@localhost:99999";

        AssertRefused(new ConnectionSettings(), "The environment variable AWS_ENDPOINT_URL is not a URL; ");
    }

    [Fact]
    public void A_services_section_that_is_not_there_is_told()
    {
        var file = SetConfig("[default]\nservices = dev\n");

        AssertRefused(new ConnectionSettings(), $"services of profile 'default' in {file} names 'dev'");
    }

    [Theory]
    [InlineData("us-east-1", "https://rekognition-fips.us-east-1.amazonaws.com/", "https://rekognition.us-east-1.api.aws/", "https://rekognition-fips.us-east-1.api.aws/")]
    [InlineData("us-gov-west-1", "https://rekognition-fips.us-gov-west-1.amazonaws.com/", "https://rekognition.us-gov-west-1.api.aws/", "https://rekognition-fips.us-gov-west-1.api.aws/")]
    [InlineData(
        "cn-north-1",
        "https://rekognition-fips.cn-north-1.amazonaws.com.cn/",
        "https://rekognition.cn-north-1.api.amazonwebservices.com.cn/",
        "https://rekognition-fips.cn-north-1.api.amazonwebservices.com.cn/")]
    [InlineData(
        "eusc-de-east-1",
        "https://rekognition-fips.eusc-de-east-1.amazonaws.eu/",
        "https://rekognition.eusc-de-east-1.api.amazonwebservices.eu/",
        "https://rekognition-fips.eusc-de-east-1.api.amazonwebservices.eu/")]
    public void FIPS_and_dual_stack_have_their_endpoints(string region, string fips, string dualStack, string both)
    {
        Variables["AWS_USE_FIPS_ENDPOINT"] = "true";
        Assert.Equal(fips, Endpoint(region: region).AbsoluteUri);

        Variables["AWS_USE_DUALSTACK_ENDPOINT"] = "TRUE";
        Assert.Equal(both, Endpoint(region: region).AbsoluteUri);

        Variables["AWS_USE_FIPS_ENDPOINT"] = "false";
        SetConfig("[default]\nuse_fips_endpoint = true\n");
        Assert.Equal(dualStack, Endpoint(region: region).AbsoluteUri);
    }

    [Fact]
    public void FIPS_and_dual_stack_come_from_the_profile_too_and_yield_to_an_endpoint_that_is_named()
    {
        SetConfig("[default]\nuse_fips_endpoint = true\nuse_dualstack_endpoint = true\n");
        Assert.Equal("https://rekognition-fips.eu-west-1.api.aws/", Endpoint().AbsoluteUri);

        Variables["AWS_ENDPOINT_URL"] = "http://127.0.0.1:1";
        Assert.Equal("http://127.0.0.1:1/", Endpoint().AbsoluteUri);
    }

    [Theory]
    [InlineData("use_fips_endpoint = true\nregion = a\nregion = b")]
    [InlineData("use_fips_endpoint = true\n[profile x]\n[default]\nregion = b")]
    [InlineData("use_fips_endpoint = true # by law\n")]
    public void FIPS_is_not_lost_with_what_is_there_twice(string text)
    {
        SetConfig($"[default] # ours\n{text}\n");

        Assert.Equal("https://rekognition-fips.eu-west-1.amazonaws.com/", Endpoint().AbsoluteUri);
    }

    [Theory]
    [InlineData("AWS_USE_FIPS_ENDPOINT", "yes")]
    [InlineData("AWS_USE_DUALSTACK_ENDPOINT", "1")]
    [InlineData("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "on")]
    public void A_switch_that_is_neither_on_nor_off_is_refused(string variable, string value)
    {
        Variables[variable] = value;

        AssertRefused(new ConnectionSettings(), $"The environment variable {variable} is '{value}'; true or false is allowed.");
    }

    [Fact]
    public void The_most_attempts_are_the_environments_else_the_profiles()
    {
        Assert.Null(MaxAttempts());

        SetConfig("[default]\nmax_attempts = 7\nretry_mode = nonsense\n");
        Assert.Equal(7, MaxAttempts());

        Variables.SetCredentialsFile("[default]\nmax_attempts = 8\n");
        Assert.Equal(8, MaxAttempts());

        Variables["AWS_MAX_ATTEMPTS"] = "9";
        Assert.Equal(9, MaxAttempts());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("x")]
    [InlineData("1.5")]
    [InlineData("99999999999")]
    public void A_number_of_attempts_that_is_none_is_refused(string value)
    {
        var file = SetConfig($"[profile line4]\nmax_attempts = {value}\n");
        var error = Assert.Throws<CustomLabelsException>(() => new AwsTransportFactory().FindMaxAttempts(new ConnectionSettings { ProfileName = "line4" }));
        Assert.Equal($"max_attempts of profile 'line4' in {file} is '{value}'; a whole number from 1 up is allowed.", error.Message);

        Variables["AWS_MAX_ATTEMPTS"] = value;
        error = Assert.Throws<CustomLabelsException>(() => MaxAttempts());
        Assert.Equal((ErrorId.RequestInvalid, ErrorScope.Run), (error.Error.Id, error.Error.Scope));
        Assert.Equal($"The environment variable AWS_MAX_ATTEMPTS is '{value}'; a whole number from 1 up is allowed.", error.Message);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("AWS_RETRY_MODE", "nonsense")]
    [InlineData("AWS_RETRY_MODE", "adaptive")]
    [InlineData("AWS_RETRY_MODE", "")]
    [InlineData("AWS_MAX_ATTEMPTS", "x")]
    [InlineData("AWS_DEFAULTS_MODE", "nonsense")]
    [InlineData("AWS_DEFAULTS_MODE", "auto")]
    [InlineData("AWS_REQUEST_CHECKSUM_CALCULATION", "nonsense")]
    [InlineData("AWS_DISABLE_REQUEST_COMPRESSION", "nonsense")]
    [InlineData("AWS_ENABLE_ENDPOINT_DISCOVERY", "nonsense")]
    [InlineData("AWS_AUTH_SCHEME_PREFERENCE", "sigv4a")]
    public async Task Settings_of_the_SDK_change_nothing_about_a_request(string variable, string value)
    {
        Variables[variable] = value;
        using var server = new ScriptedServer(Step.Answer(500), Step.Answer(200));
        using var transport = Sending.To(server);

        Assert.Equal(500, (await transport.SendAsync()).StatusCode);
        Assert.Single(server.Requests);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("retry_mode = nonsense")]
    [InlineData("max_attempts = x")]
    [InlineData("defaults_mode = nonsense\nretry_mode = adaptive")]
    public async Task A_value_that_the_SDK_can_not_take_does_not_hide_a_profile(string property)
    {
        SetConfig($"[profile line4]\n{property}\n");
        var location = Folder.Write("keys", "[line4]\naws_access_key_id = AKIDLINE4\naws_secret_access_key = secret\n");
        using var server = new ScriptedServer(Step.Answer(200));

        foreach (var (name, variable) in new (string?, string?)[] { ("line4", null), (null, "line4") })
        {
            Variables["AWS_PROFILE"] = variable;
            using var transport = Sending.To(server, new ConnectionSettings { ProfileName = name, ProfileLocation = location });
            await transport.SendAsync();
            Assert.Contains("Credential=AKIDLINE4/", server.LastRequest!["Authorization"], StringComparison.Ordinal);
        }
    }

    private static int? MaxAttempts() => new AwsTransportFactory().FindMaxAttempts(new ConnectionSettings());

    private static Uri Endpoint(ConnectionSettings? settings = null, string region = "eu-west-1")
    {
        using var transport = AwsTransportFactory.Create((settings ?? new ConnectionSettings()) with { AccessKey = "A", SecretKey = "B" }, AwsService.Rekognition, region, Sending.Patient);
        return transport.Endpoint;
    }
}
