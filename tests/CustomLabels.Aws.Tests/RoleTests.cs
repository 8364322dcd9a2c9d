using System;
using System.Linq;
using System.Net;
using System.Text;
using System.Threading.Tasks;
using CustomLabels.Api.Transport;
using CustomLabels.Testing;
using Xunit;

namespace CustomLabels.Aws.Tests;

/// <summary>Profiles that assume roles.</summary>
[Collection(OneAtATime.Name)]
public sealed class RoleTests : CredentialScene
{
    [Fact(Timeout = 30_000)]
    public async Task A_role_is_assumed_with_another_profile_as_the_profile_says()
    {
        using var sts = new ScriptedServer(StsAnswer(Never));

        var said = await SignAsync(AssumedRole(sts, "external_id = line-7\nrole_session_name = night"));

        Assert.Equal("Credentials: profile 'role', role arn:aws:iam::123456789012:role/line4 assumed with profile 'source'.", said);
        var asked = Encoding.UTF8.GetString(Assert.Single(sts.Requests).Body);
        Assert.Contains("Action=AssumeRole&", asked, StringComparison.Ordinal);
        Assert.Contains("ExternalId=line-7", asked, StringComparison.Ordinal);
        Assert.Contains("RoleSessionName=night", asked, StringComparison.Ordinal);
        Assert.Contains($"Credential={Sending.AccessKey}/", sts.Requests[0]["Authorization"], StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_role_may_assume_a_role()
    {
        using var sts = new ScriptedServer(StsAnswer(Never));

        await SignAsync(AssumedRole(sts, "[chained]\nrole_arn = arn:aws:iam::123456789012:role/last\nsource_profile = role") with { ProfileName = "chained" });

        Assert.Equal(["line4", "last"], sts.Requests.Select(request => Encoding.UTF8.GetString(request.Body).Contains("%2Flast", StringComparison.Ordinal) ? "last" : "line4"));
        Assert.Equal(Sending.SessionToken, sts.Requests[1]["X-Amz-Security-Token"]);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("Environment")]
    [InlineData("EcsContainer")]
    public async Task A_role_is_assumed_with_a_source_that_is_no_profile(string source)
    {
        using var sts = new ScriptedServer(StsAnswer(Never));
        using var container = new ScriptedServer(KeysAnswer(Never));
        Set("AWS_ENDPOINT_URL_STS", sts.Url.AbsoluteUri);
        Set("AWS_CONTAINER_CREDENTIALS_FULL_URI", container.Url.AbsoluteUri);
        Set("AWS_ACCESS_KEY_ID", Sending.AccessKey);
        Set("AWS_SECRET_ACCESS_KEY", Sending.SecretKey);

        var said = await SignAsync(Profile("role", $"[role]\nrole_arn = arn:aws:iam::123456789012:role/line4\ncredential_source = {source}\n"));

        Assert.EndsWith($" assumed with credential_source {source}.", said, StringComparison.Ordinal);
        Assert.Equal(source is "EcsContainer" ? 1 : 0, container.Received);
    }

    [PlatformFact(Timeout = 30_000)]
    public async Task A_web_identity_of_a_profile_is_exchanged()
    {
        using var sts = new ScriptedServer(StsAnswer(Never, "AssumeRoleWithWebIdentity"));
        Set("AWS_ENDPOINT_URL_STS", sts.Url.AbsoluteUri);
        var token = Write("token", "the-web-token");

        var said = await SignAsync(Profile("web", $"[web]\nrole_arn = arn:aws:iam::123456789012:role/line4\nweb_identity_token_file = {token}\n"));

        Assert.EndsWith(" assumed with a web identity.", said, StringComparison.Ordinal);
        Assert.Contains("WebIdentityToken=the-web-token", Encoding.UTF8.GetString(Assert.Single(sts.Requests).Body), StringComparison.Ordinal);
        Assert.Null(sts.Requests[0]["Authorization"]);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_role_that_is_denied_is_named_with_what_to_check()
    {
        using var sts = new ScriptedServer(StsError("AccessDenied", "User: arn:aws:iam::123456789012:user/u is not authorized to perform: sts:AssumeRole"));

        var error = await FailAsync(AssumedRole(sts));

        Assert.Equal(ErrorId.CredentialsMissing, error.Id);
        Assert.StartsWith("No credentials could be obtained from profile 'role', role arn:aws:iam::123456789012:role/line4 assumed with profile 'source': ", error.Message, StringComparison.Ordinal);
        Assert.Contains("not authorized to perform: sts:AssumeRole", error.Message, StringComparison.Ordinal);
        Assert.Contains("trusts its source", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_role_is_assumed_through_the_proxy()
    {
        using var proxy = new ScriptedServer(StsAnswer(Never));
        var settings = AssumedRole(proxy);
        Set("AWS_ENDPOINT_URL_STS", "http://sts.invalid/");

        await SignAsync(settings with { Proxy = new WebProxy(proxy.Url) { BypassProxyOnLocal = true } });

        Assert.Equal("POST http://sts.invalid/ HTTP/1.1", Assert.Single(proxy.Requests).StartLine);
    }

#if !NETFRAMEWORK // Its STS client trusts whom the machine trusts.
    [Theory(Timeout = 60_000)]
    [InlineData("AWS_CA_BUNDLE", true)]
    [InlineData("-CABundle", false)]
    [InlineData("-SkipCertificateCheck", false)]
    public async Task STS_is_trusted_as_the_environment_says_and_not_as_the_endpoint_is(string given, bool isTrusted)
    {
        using var authority = new TestAuthority("Test authority");
        using var certificate = authority.Issue();
        using var sts = new TlsServer(certificate, StsText(Never));
        var bundle = Write("ca.pem", authority.Pem);
        using var any = new ScriptedServer(Step.Reset());
        var settings = AssumedRole(any);
        Set("AWS_ENDPOINT_URL_STS", sts.Url.AbsoluteUri);
        if (given is "AWS_CA_BUNDLE")
            Set(given, bundle);

        settings = settings with { CABundle = given is "-CABundle" ? bundle : null, SkipCertificateCheck = given is "-SkipCertificateCheck" };
        if (isTrusted)
            await SignAsync(settings);
        else
            Assert.Contains("certificate", (await FailAsync(settings)).Message, StringComparison.Ordinal);

        Assert.Equal(isTrusted ? 1 : 0, sts.Requests);
    }
#endif

    [Fact(Timeout = 60_000)]
    public async Task An_STS_that_is_not_there_is_named()
    {
        ConnectionSettings settings;
        int port;
        using (var sts = new ScriptedServer(Step.Reset()))
            (settings, port) = (AssumedRole(sts), sts.Url.Port);

        var error = await FailAsync(settings);

        Assert.Contains("profile 'role'", error.Message, StringComparison.Ordinal);
#if !NETFRAMEWORK // It says no more than that it can't connect.
        Assert.Contains($"127.0.0.1:{port}", error.Message, StringComparison.Ordinal);
#endif
        Assert.Contains("STS can be reached", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_refused_signature_does_not_show_what_was_signed()
    {
        using var sts = new ScriptedServer(StsError("SignatureDoesNotMatch", "The signature does not match.\n\nThe Canonical String should have been\nx-amz-security-token:canary-token"));

        Assert.EndsWith("The signature does not match.", (await FailAsync(AssumedRole(sts))).Message, StringComparison.Ordinal);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("[role]\nrole_arn = arn:r\nsource_profile = nobody\n", "Source profile [nobody] was not found")]
    [InlineData("[role]\nrole_arn = arn:r\nsource_profile = two\n[two]\nrole_arn = arn:r\nsource_profile = role\n", "cyclical")]
    [InlineData("[role]\nrole_arn = arn:r\ncredential_source = Moon\n", "Moon")]
    [InlineData("[role]\nrole_arn = arn:r\nweb_identity_token_file = not/absolute\n", "absolute")]
    public async Task A_profile_that_can_not_be_is_named_with_what_is_wrong(string text, string said)
    {
        var error = await FailAsync(Profile("role", text));

        Assert.Equal(ErrorId.CredentialsMissing, error.Id);
        Assert.Contains("profile 'role'", error.Message, StringComparison.Ordinal);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.Contains("Correct the profile 'role'", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("[role]\nrole_arn = arn:r\nsource_profile = two\n[two]\nrole_arn = arn:r\nmfa_serial = arn:mfa\nsource_profile = three\n[three]\naws_access_key_id = A\naws_secret_access_key = B\n", "two", "arn:mfa")]
    [InlineData("[role]\nlogin_session = arn:aws:iam::123456789012:user/u\n", "role", "aws login")]
    public async Task What_would_ask_a_person_is_left_to_the_AWS_CLI(string text, string profile, string said)
    {
        var error = await FailAsync(Profile("role", text));

        Assert.Equal(ErrorId.CredentialsMissing, error.Id);
        Assert.Contains($"The profile '{profile}'", error.Message, StringComparison.Ordinal);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.Contains($"aws configure export-credentials --profile {profile} --format powershell | Invoke-Expression", error.RecommendedAction, StringComparison.Ordinal);
    }
}
