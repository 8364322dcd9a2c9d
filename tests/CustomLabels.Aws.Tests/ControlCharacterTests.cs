using System;
using System.Linq;
using System.Threading.Tasks;
using CustomLabels.Api.Transport;
using CustomLabels.Testing;
using Xunit;

namespace CustomLabels.Aws.Tests;

/// <summary>Values from outside that become a header or a key: blanks and line ends at their ends are taken away, and a control character within ends the command
/// before anything is sent. <c>FailAsync</c> makes sure of that, and that the value is not shown.</summary>
[Collection(OneAtATime.Name)]
public sealed class ControlCharacterTests : CredentialScene
{
    private const string Injected = "canary\r\nX-Injected: yes";

    [Theory(Timeout = 30_000)]
    [InlineData("AWS_ACCESS_KEY_ID", "access key id")]
    [InlineData("AWS_SECRET_ACCESS_KEY", "secret access key")]
    [InlineData("AWS_SESSION_TOKEN", "session token")]
    public async Task Of_the_environment(string variable, string name)
    {
        SetEnvironmentKeys();
        Set(variable, Injected);

        await RefusedAsync(new ConnectionSettings(), $"The {name} of environment variables has a control character");
    }

    [Fact(Timeout = 30_000)]
    public async Task Of_a_provider() =>
        await RefusedAsync(new ConnectionSettings { Credential = new Provider(new AccessKeys(Sending.AccessKey, Sending.SecretKey, Injected)) }, "The session token of an object of the test");

    [Theory(Timeout = 30_000)]
    [InlineData("AccessKeyId", "access key id")]
    [InlineData("SessionToken", "session token")]
    public async Task Of_a_process(string member, string name)
    {
        string Of(string one) => one == member ? "canary\\r\\nX-Injected: yes" : "A";
        var keys = $$"""{"Version":1,"AccessKeyId":"{{Of("AccessKeyId")}}","SecretAccessKey":"B","SessionToken":"{{Of("SessionToken")}}"}""";
        var print = Environment.OSVersion.Platform == PlatformID.Win32NT ? "type" : "cat";

        await RefusedAsync(Profile("process", $"[process]\ncredential_process = {print} {Write("output", keys)}\n"), $"The {name} of profile 'process', credential_process has a control character");
    }

    [Fact(Timeout = 30_000)]
    public async Task Of_a_containers_endpoint()
    {
        using var container = new ScriptedServer(Step.Answer(200, """{"AccessKeyId":"A","SecretAccessKey":"B","Token":"canary\r\nX-Injected: yes"}"""));
        Set("AWS_CONTAINER_CREDENTIALS_FULL_URI", container.Url.AbsoluteUri);

        await RefusedAsync(new ConnectionSettings(), "The session token of the container endpoint of ");
    }

    [Theory(Timeout = 30_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_the_token_for_a_containers_endpoint(bool isFile)
    {
        using var container = new ScriptedServer(KeysAnswer(Never));
        Set("AWS_CONTAINER_CREDENTIALS_FULL_URI", container.Url.AbsoluteUri);
        Set(isFile ? "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE" : "AWS_CONTAINER_AUTHORIZATION_TOKEN", isFile ? Write("token", "canary\nX-Injected: yes\n") : "canary\nX-Injected: yes");

        await RefusedAsync(new ConnectionSettings(), "AWS_CONTAINER_AUTHORIZATION_TOKEN");
        Assert.Equal(0, container.Received);
    }

    [Fact(Timeout = 30_000)]
    public async Task Of_the_source_of_a_role()
    {
        using var sts = new ScriptedServer(StsAnswer(Never));
        var print = Environment.OSVersion.Platform == PlatformID.Win32NT ? "type" : "cat";
        var output = Write("output", """{"Version":1,"AccessKeyId":"canary\nX-Injected: yes","SecretAccessKey":"B"}""");

        await RefusedAsync(AssumedRole(sts, $"[process]\ncredential_process = {print} {output}\n[chained]\nrole_arn = arn:r\nsource_profile = process\n") with { ProfileName = "chained" }, "The access key id of profile 'process'");
        Assert.Equal(0, sts.Received);
    }

    [Fact(Timeout = 30_000)]
    public async Task Of_what_STS_gives()
    {
        using var sts = new ScriptedServer(Step.Answer(200, string.Join("canary\nX-Injected: yes", StsText(Never).Split([Sending.SessionToken], StringSplitOptions.None))));

        await RefusedAsync(AssumedRole(sts), "The session token of the role that STS assumed");
    }

    [Fact(Timeout = 30_000)]
    public async Task Of_an_instances_metadata()
    {
        var token = Step.Answer(200, "t");
        using var metadata = new ScriptedServer(token, Step.Answer(200, "role"), token, Step.Answer(200, """{"AccessKeyId":"canary\nX-Injected: yes","SecretAccessKey":"B"}"""));
        Set("AWS_EC2_METADATA_DISABLED", null);
        Set("AWS_EC2_METADATA_SERVICE_ENDPOINT", metadata.Url.AbsoluteUri);

        await RefusedAsync(new ConnectionSettings(), "The access key id of the EC2 instance metadata");
    }

    [Fact(Timeout = 30_000)]
    public async Task Of_a_file()
    {
        var settings = Profile("line4", $"[line4]\naws_access_key_id = {Sending.AccessKey}\naws_secret_access_key = {Sending.SecretKey}\naws_session_token = canary\n  X-Injected: yes\n");

        await RefusedAsync(settings, $"The session token of profile 'line4' in {settings.ProfileLocation} has a control character");
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL")]
    [InlineData("AWS_CA_BUNDLE")]
    [InlineData("AWS_EXECUTION_ENV")]
    [InlineData("AWS_PROFILE")]
    public void Of_a_setting_of_the_environment(string variable)
    {
        Set(variable, "http://127.0.0.1:1/canary\r\nX-Injected: yes");

        Refused(() => new AwsTransportFactory().Create(Sending.Keys, AwsService.Rekognition, "eu-west-1"), $"The environment variable {variable} has a control character in it");
    }

    [Fact]
    public void Of_the_endpoint_the_user_agent_and_the_region()
    {
        Refused(() => new AwsTransportFactory().Create(Sending.Keys with { EndpointUrl = new Uri("http://127.0.0.1:1/canary\r\nX-Injected: yes") }, AwsService.Rekognition, "eu-west-1"), "The endpoint has a control character");
        Refused(() => new AwsTransportFactory().Create(Sending.Keys with { UserAgent = Injected }, AwsService.Rekognition, "eu-west-1"), "The user agent has a control character");
        Assert.Throws<CustomLabelsException>(() => new AwsTransportFactory().Create(Sending.Keys, AwsService.Rekognition, "eu-west-1\r\nX-Injected: yes"));
    }

    [Fact(Timeout = 30_000)]
    public async Task Blanks_and_line_ends_at_the_ends_are_taken_away()
    {
        SetEnvironmentKeys();
        foreach (var variable in new[] { "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN" })
            Set(variable, $" {Environment.GetEnvironmentVariable(variable)}\t\r\n");

        await SignAsync(new ConnectionSettings());
        await SignAsync(new ConnectionSettings { AccessKey = $"{Sending.AccessKey}\r\n", SecretKey = $" {Sending.SecretKey}\n" });
        await SignAsync(new ConnectionSettings { Credential = new Provider(new AccessKeys($" {Sending.AccessKey}\r\n", $"{Sending.SecretKey}\n", " ")) });

        Assert.Equal([Sending.SessionToken, null, null], Server.Requests.Select(request => request["X-Amz-Security-Token"]));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_token_file_for_a_containers_endpoint_may_end_with_a_line_end()
    {
        using var container = new ScriptedServer(KeysAnswer(Never));
        Set("AWS_CONTAINER_CREDENTIALS_FULL_URI", container.Url.AbsoluteUri);
        Set("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", Write("token", "canary-container\n"));

        await SignAsync(new ConnectionSettings());

        Assert.Equal("canary-container", container.LastRequest!["Authorization"]);
    }

    private void SetEnvironmentKeys()
    {
        Set("AWS_ACCESS_KEY_ID", Sending.AccessKey);
        Set("AWS_SECRET_ACCESS_KEY", Sending.SecretKey);
        Set("AWS_SESSION_TOKEN", Sending.SessionToken);
    }

    private async Task RefusedAsync(ConnectionSettings settings, string said)
    {
        var error = await FailAsync(settings);
        Assert.Equal(ErrorId.RequestInvalid, error.Id);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }

    private static void Refused(Action create, string said)
    {
        var error = Assert.Throws<CustomLabelsException>(create);
        Assert.Equal(ErrorId.RequestInvalid, error.Error.Id);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", error.ToString(), StringComparison.Ordinal);
    }

    private sealed class Provider(AccessKeys keys) : ICredentialProvider
    {
        public string Source => "an object of the test";

        public AccessKeys GetKeys() => keys;
    }
}
