using System;
using System.Threading.Tasks;
using CustomLabels.Service;
using CustomLabels.Testing;
using Xunit;

namespace CustomLabels.Aws.Tests;

[Collection(OneAtATime.Name)]
public sealed class CredentialTests : IDisposable
{
    private const string Keys = $"""
        aws_access_key_id = {Sending.AccessKey}
        aws_secret_access_key = {Sending.SecretKey}
        """;

    private readonly AwsEnvironment _environment = new();
    private readonly TemporaryFolder _folder = new();
    private readonly ScriptedServer _server = new(Step.Answer(200));

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
        _environment.Dispose();
    }

    [Fact(Timeout = 30_000)]
    public async Task A_profile_of_a_named_file_signs()
    {
        var file = _folder.Write("credentials", $"[default]\naws_access_key_id = X\naws_secret_access_key = X\n[line4]\n{Keys}\n");

        await SendAsync(new ConnectionSettings { ProfileName = "line4", ProfileLocation = file });

        AssertSigned();
    }

    [Fact(Timeout = 30_000)]
    public async Task A_named_file_without_a_named_profile_means_its_default_profile()
    {
        var file = _folder.Write("credentials", $"[default]\n{Keys}\n");

        await SendAsync(new ConnectionSettings { ProfileLocation = file });

        AssertSigned();
    }

    [Fact(Timeout = 30_000)]
    public async Task The_environments_keys_sign()
    {
        _environment["AWS_ACCESS_KEY_ID"] = Sending.AccessKey;
        _environment["AWS_SECRET_ACCESS_KEY"] = Sending.SecretKey;
        _environment["AWS_SESSION_TOKEN"] = Sending.SessionToken;

        await SendAsync(new ConnectionSettings());

        AssertSigned();
        Assert.Equal(Sending.SessionToken, _server.Requests[0]["X-Amz-Security-Token"]);
    }

    [Fact(Timeout = 30_000)]
    public async Task The_default_profile_signs()
    {
        _environment.SetCredentialsFile($"[default]\n{Keys}\n");

        await SendAsync(new ConnectionSettings());

        AssertSigned();
    }

    [Fact(Timeout = 30_000)]
    public async Task The_profile_that_AWS_PROFILE_names_signs()
    {
        _environment.SetCredentialsFile($"[default]\naws_access_key_id = X\naws_secret_access_key = X\n[line4]\n{Keys}\n");
        _environment["AWS_PROFILE"] = "line4";

        await SendAsync(new ConnectionSettings());

        AssertSigned();
    }

    [Fact(Timeout = 30_000)]
    public async Task A_containers_endpoint_gives_keys_that_sign()
    {
        using var container = new ScriptedServer(Step.Answer(200, $$"""
            {"AccessKeyId":"{{Sending.AccessKey}}","SecretAccessKey":"{{Sending.SecretKey}}","Token":"{{Sending.SessionToken}}","Expiration":"2099-01-01T00:00:00Z"}
            """));
        _environment["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = container.Url.AbsoluteUri;

        await SendAsync(new ConnectionSettings());

        AssertSigned();
        Assert.Equal(Sending.SessionToken, _server.Requests[0]["X-Amz-Security-Token"]);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_role_of_a_profile_is_assumed()
    {
        using var sts = new ScriptedServer(Step.Answer(200, $"""
            <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
            <AccessKeyId>{Sending.AccessKey}</AccessKeyId><SecretAccessKey>{Sending.SecretKey}</SecretAccessKey><SessionToken>{Sending.SessionToken}</SessionToken>
            <Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>
            """));

        await SendAsync(AssumedRole(sts));

        AssertSigned();
        Assert.Equal(Sending.SessionToken, _server.Requests[0]["X-Amz-Security-Token"]);
        Assert.Single(sts.Requests);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_web_identity_of_the_environment_is_exchanged()
    {
        using var sts = new ScriptedServer(Step.Answer(200, $"""
            <AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithWebIdentityResult><Credentials>
            <AccessKeyId>{Sending.AccessKey}</AccessKeyId><SecretAccessKey>{Sending.SecretKey}</SecretAccessKey><SessionToken>{Sending.SessionToken}</SessionToken>
            <Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>
            """));
        _environment["AWS_ENDPOINT_URL_STS"] = sts.Url.AbsoluteUri;
        _environment["AWS_WEB_IDENTITY_TOKEN_FILE"] = _folder.Write("token", "canary-token");
        _environment["AWS_ROLE_ARN"] = "arn:aws:iam::123456789012:role/line4";

        await SendAsync(new ConnectionSettings());

        AssertSigned();
    }

    [Fact(Timeout = 30_000)]
    public async Task Credentials_are_looked_up_at_the_first_request_and_not_again()
    {
        using var transport = Sending.To(_server, new ConnectionSettings());
        _environment.SetCredentialsFile($"[default]\n{Keys}\n");
        await transport.SendAsync();

        _environment.SetCredentialsFile("");
        await transport.SendAsync();

        AssertSigned();
        Assert.Equal(2, _server.Requests.Count);
    }

    [Fact(Timeout = 30_000)]
    public async Task Given_keys_come_before_everything_else()
    {
        _environment["AWS_ACCESS_KEY_ID"] = "X";
        _environment["AWS_SECRET_ACCESS_KEY"] = "X";

        await SendAsync(Sending.Keys with { ProfileName = "no such profile" });

        AssertSigned();
    }

    [Fact(Timeout = 30_000)]
    public async Task The_environment_can_not_switch_retries_on()
    {
        _environment["AWS_RETRY_MODE"] = "adaptive";
        _environment["AWS_MAX_ATTEMPTS"] = "5";
        AwsEnvironment.Reread();
        using var server = new ScriptedServer(Step.Reset());
        using var transport = Sending.To(server);

        await Assert.ThrowsAsync<TransportException>(() => transport.SendAsync());

        Assert.Single(server.Requests);
    }

    private ConnectionSettings AssumedRole(ScriptedServer sts)
    {
        _environment["AWS_ENDPOINT_URL_STS"] = sts.Url.AbsoluteUri;
        var file = _folder.Write("credentials", $"[source]\n{Keys}\n[role]\nrole_arn = arn:aws:iam::123456789012:role/line4\nsource_profile = source\n");
        return new ConnectionSettings { ProfileName = "role", ProfileLocation = file };
    }

    private async Task SendAsync(ConnectionSettings settings)
    {
        using var transport = Sending.To(_server, settings);
        await transport.SendAsync();
    }

    private void AssertSigned() => Assert.All(
        _server.Requests,
        request => Assert.Equal(SigV4.Authorization(request, Sending.AccessKey, Sending.SecretKey, Sending.Region), request["Authorization"]));
}
