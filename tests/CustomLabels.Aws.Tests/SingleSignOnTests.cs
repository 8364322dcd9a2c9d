using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using CustomLabels.Api.Transport;
using CustomLabels.Aws.Settings;
using CustomLabels.Testing;
using Xunit;

namespace CustomLabels.Aws.Tests;

/// <summary>IAM Identity Center: a token that somebody has got by signing in lies in a file, and the portal gives keys for it.</summary>
[Collection(OneAtATime.Name)]
public sealed class SingleSignOnTests : CredentialScene
{
    private readonly string _session = $"customlabels-test-{Guid.NewGuid():N}";

    private string StartUrl => $"https://{_session}.example/start";

    [Theory(Timeout = 30_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_token_gives_keys_that_sign(bool isSession)
    {
        using var portal = new ScriptedServer(PortalAnswer());
        using var token = Token(isSession ? _session : StartUrl, Never);
        Set("AWS_ENDPOINT_URL_SSO", portal.Url.AbsoluteUri);

        var said = await SignAsync(isSession ? Session() : Legacy());

        Assert.Equal("Credentials: profile 'sso', single sign-on of account 123456789012 as line4.", said);
        var asked = Assert.Single(portal.Requests);
        Assert.Equal("GET /federation/credentials?account_id=123456789012&role_name=line4 HTTP/1.1", asked.StartLine);
        Assert.Equal("canary-access", asked["x-amz-sso_bearer_token"]);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_token_that_has_expired_is_renewed_where_that_needs_nobody()
    {
        using var portal = new ScriptedServer(PortalAnswer());
        using var oidc = new ScriptedServer(Step.Answer(200, """{"accessToken":"canary-renewed","tokenType":"Bearer","expiresIn":3600,"refreshToken":"canary-next"}"""));
        using var token = Token(_session, DateTime.UtcNow.AddHours(-1), "canary-refresh");
        Set("AWS_ENDPOINT_URL_SSO", portal.Url.AbsoluteUri);
        Set("AWS_ENDPOINT_URL_SSO_OIDC", oidc.Url.AbsoluteUri);

        await SignAsync(Session());

        Assert.Contains("canary-refresh", Encoding.UTF8.GetString(Assert.Single(oidc.Requests).Body), StringComparison.Ordinal);
        Assert.Equal("canary-renewed", portal.Requests[0]["x-amz-sso_bearer_token"]);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("expired")]
    [InlineData("refused by the portal")]
    [InlineData("not there")]
    [InlineData("not renewed")]
    public async Task A_token_that_is_no_good_asks_to_sign_in_again(string what)
    {
        using var portal = new ScriptedServer(Step.Answer(401, """{"message":"Session token not found or invalid"}""", "x-amzn-ErrorType: UnauthorizedException"));
        using var oidc = new ScriptedServer(Step.Answer(400, """{"error":"invalid_grant","error_description":"Invalid refresh token provided"}""", "x-amzn-ErrorType: InvalidGrantException"));
        using var token = Token(
            what is "not there" ? "another" + _session : _session, what is "refused by the portal" ? Never : DateTime.UtcNow.AddHours(-1), what is "not renewed" ? "canary-refresh" : null);
        Set("AWS_ENDPOINT_URL_SSO", portal.Url.AbsoluteUri);
        Set("AWS_ENDPOINT_URL_SSO_OIDC", oidc.Url.AbsoluteUri);

        var error = await FailAsync(Session());

        Assert.Equal(ErrorId.CredentialsExpired, error.Id);
        Assert.Contains("profile 'sso'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'aws sso login --profile sso'", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_role_that_is_not_assigned_is_no_matter_of_signing_in()
    {
        using var portal = new ScriptedServer(Step.Answer(403, """{"message":"No access"}""", "x-amzn-ErrorType: ForbiddenException"));
        using var token = Token(_session, Never);
        Set("AWS_ENDPOINT_URL_SSO", portal.Url.AbsoluteUri);

        var error = await FailAsync(Session());

        Assert.Equal(ErrorId.CredentialsMissing, error.Id);
        Assert.Contains("No access", error.Message, StringComparison.Ordinal);
        Assert.Contains("sso_role_name", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_default_profile_whose_sign_in_is_over_is_not_passed_over()
    {
        var settings = Session("default");
        SetCredentialsFile(File.ReadAllText(settings.ProfileLocation!));

        var error = await FailAsync(new ConnectionSettings());

        Assert.Equal(ErrorId.CredentialsExpired, error.Id);
        Assert.Contains("'aws sso login --profile default'", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_role_over_single_sign_on_names_the_profile_to_sign_in_with()
    {
        var sso = File.ReadAllText(Session().ProfileLocation!);

        var error = await FailAsync(Profile("role", $"[role]\nrole_arn = arn:aws:iam::123456789012:role/line4\nsource_profile = sso\n{sso}"));

        Assert.Equal(ErrorId.CredentialsExpired, error.Id);
        Assert.Contains("'aws sso login --profile sso'", error.RecommendedAction, StringComparison.Ordinal);
    }

    private ConnectionSettings Session(string name = "sso") => Profile(name, $"""
        [{name}]
        sso_session = {_session}
        sso_account_id = 123456789012
        sso_role_name = line4
        [sso-session {_session}]
        sso_start_url = {StartUrl}
        sso_region = eu-west-1
        sso_registration_scopes = sso:account:access

        """);

    private ConnectionSettings Legacy() => Profile("sso", $"""
        [sso]
        sso_start_url = {StartUrl}
        sso_region = eu-west-1
        sso_account_id = 123456789012
        sso_role_name = line4

        """);

    private static Step PortalAnswer() => Step.Answer(200, $$$"""
        {"roleCredentials":{"accessKeyId":"{{{Sending.AccessKey}}}","secretAccessKey":"{{{Sending.SecretKey}}}","sessionToken":"{{{Sending.SessionToken}}}","expiration":4070908800000}}
        """);

    // Where and what the AWS CLI writes.
    private TokenFile Token(string of, DateTime expires, string? refresh = null)
    {
#pragma warning disable CA5350 // The AWS CLI names the file by SHA-1.
        using var sha = SHA1.Create();
        var name = string.Concat(sha.ComputeHash(Encoding.UTF8.GetBytes(of)).Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));
#pragma warning restore CA5350
        var client = refresh is null ? "" : $""","refreshToken":"{refresh}","clientId":"id","clientSecret":"canary-client","registrationExpiresAt":"{Text(Never)}" """;
        return new TokenFile(name, $$"""{"startUrl":"{{StartUrl}}","region":"eu-west-1","accessToken":"canary-access","expiresAt":"{{Text(expires)}}"{{client}}}""");
    }

    private sealed class TokenFile : IDisposable
    {
        private readonly string _path;

        public TokenFile(string name, string text)
        {
            var folder = Directory.CreateDirectory(HomeFolder.Find(".aws", "sso", "cache")!);
            _path = Path.Combine(folder.FullName, name + ".json");
            File.WriteAllText(_path, text);
        }

        public void Dispose() => File.Delete(_path);
    }
}
