using System;
using System.Threading.Tasks;
using CustomLabels.Api.Transport;
using CustomLabels.Testing;
using Xunit;

namespace CustomLabels.Aws.Tests;

[Collection(OneAtATime.Name)]
public sealed class CredentialTests : CredentialScene
{
    [Fact(Timeout = 30_000)]
    public async Task A_profile_of_a_named_file_signs()
    {
        var file = Write("credentials", $"[default]\naws_access_key_id = X\naws_secret_access_key = X\n[line4]\n{Keys}\n");

        await SendAsync(new ConnectionSettings { ProfileName = "line4", ProfileLocation = file });

        AssertSigned();
    }

    [Fact(Timeout = 30_000)]
    public async Task A_named_file_without_a_named_profile_means_its_default_profile()
    {
        var file = Write("credentials", $"[default]\n{Keys}\n");

        await SendAsync(new ConnectionSettings { ProfileLocation = file });

        AssertSigned();
    }

    [Fact(Timeout = 30_000)]
    public async Task The_environments_keys_sign()
    {
        Set("AWS_ACCESS_KEY_ID", Sending.AccessKey);
        Set("AWS_SECRET_ACCESS_KEY", Sending.SecretKey);
        Set("AWS_SESSION_TOKEN", Sending.SessionToken);

        await SendAsync(new ConnectionSettings());

        AssertSigned();
        Assert.Equal(Sending.SessionToken, Server.Requests[0]["X-Amz-Security-Token"]);
    }

    [Fact(Timeout = 30_000)]
    public async Task The_default_profile_signs()
    {
        SetCredentialsFile($"[default]\n{Keys}\n");

        await SendAsync(new ConnectionSettings());

        AssertSigned();
    }

    [Fact(Timeout = 30_000)]
    public async Task The_profile_that_AWS_PROFILE_names_signs()
    {
        SetCredentialsFile($"[default]\naws_access_key_id = X\naws_secret_access_key = X\n[line4]\n{Keys}\n");
        Set("AWS_PROFILE", "line4");

        await SendAsync(new ConnectionSettings());

        AssertSigned();
    }

    [Fact(Timeout = 30_000)]
    public async Task A_containers_endpoint_gives_keys_that_sign()
    {
        using var container = new ScriptedServer(KeysAnswer(Never));
        Set("AWS_CONTAINER_CREDENTIALS_FULL_URI", container.Url.AbsoluteUri);

        await SendAsync(new ConnectionSettings());

        AssertSigned();
        Assert.Equal(Sending.SessionToken, Server.Requests[0]["X-Amz-Security-Token"]);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_role_of_a_profile_is_assumed()
    {
        using var sts = new ScriptedServer(StsAnswer(Never));

        await SendAsync(AssumedRole(sts));

        AssertSigned();
        Assert.Equal(Sending.SessionToken, Server.Requests[0]["X-Amz-Security-Token"]);
        Assert.Single(sts.Requests);
    }

    [PlatformFact(Timeout = 30_000)]
    public async Task A_web_identity_of_the_environment_is_exchanged()
    {
        using var sts = new ScriptedServer(StsAnswer(Never, "AssumeRoleWithWebIdentity"));
        Set("AWS_ENDPOINT_URL_STS", sts.Url.AbsoluteUri);
        Set("AWS_WEB_IDENTITY_TOKEN_FILE", Write("token", "canary-token"));
        Set("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/line4");

        await SendAsync(new ConnectionSettings());

        AssertSigned();
    }

    [Fact(Timeout = 30_000)]
    public async Task Credentials_are_looked_up_at_the_first_request_and_not_again()
    {
        using var transport = Sending.To(Server, new ConnectionSettings());
        SetCredentialsFile($"[default]\n{Keys}\n");
        await transport.SendAsync();

        SetCredentialsFile("");
        await transport.SendAsync();

        AssertSigned();
        Assert.Equal(2, Server.Requests.Count);
    }

    [Fact(Timeout = 30_000)]
    public async Task Given_keys_come_before_everything_else()
    {
        Set("AWS_ACCESS_KEY_ID", "X");
        Set("AWS_SECRET_ACCESS_KEY", "X");

        await SendAsync(Sending.Keys with { ProfileName = "no such profile" });

        AssertSigned();
    }

    [Fact(Timeout = 30_000)]
    public async Task The_environment_can_not_switch_retries_on()
    {
        Set("AWS_RETRY_MODE", "adaptive");
        Set("AWS_MAX_ATTEMPTS", "5");
        using var server = new ScriptedServer(Step.Reset());
        using var transport = Sending.To(server);

        await Assert.ThrowsAsync<TransportException>(() => transport.SendAsync());

        Assert.Single(server.Requests);
    }
}
