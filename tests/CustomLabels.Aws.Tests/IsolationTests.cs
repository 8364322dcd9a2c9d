#if NET
using System;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;
using System.Threading.Tasks;
using CustomLabels.Api.Transport;
using CustomLabels.Testing;
using Xunit;

namespace CustomLabels.Aws.Tests;

/// <summary>The factory in a load context of its own, with a copy of the AWS SDK that has not been used yet, in a process that has used another.</summary>
[Collection(OneAtATime.Name)]
public sealed class IsolationTests : IDisposable
{
    private readonly AwsEnvironment _environment = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _folder.Dispose();
        _environment.Dispose();
    }

    [Theory(Timeout = 30_000)]
    [InlineData("role_arn = arn:aws:iam::123456789012:role/line4\nsource_profile = source")]
    [InlineData("role_arn = arn:aws:iam::123456789012:role/line4\nweb_identity_token_file = TOKEN")]
    [InlineData("role_arn = arn:aws:iam::123456789012:role/line4\nsource_profile = web\n[web]\nrole_arn = arn:aws:iam::123456789012:role/line4\nweb_identity_token_file = TOKEN")]
    [InlineData("sso_start_url = https://GUID.invalid/start\nsso_region = eu-west-1\nsso_account_id = 123456789012\nsso_role_name = line4")]
    public async Task Clients_of_the_right_SDK_are_used_whoever_came_first(string profile)
    {
        using var server = new ScriptedServer(Step.Answer(200));
        using var sts = new ScriptedServer(Step.Answer(403, "<ErrorResponse><Error><Code>AccessDenied</Code><Message>asked</Message></Error></ErrorResponse>"));
        _environment["AWS_ENDPOINT_URL_STS"] = sts.Url.AbsoluteUri;
        var file = _folder.Write("credentials", "[source]\naws_access_key_id = A\naws_secret_access_key = B\n[line4]\n" + profile
            .Replace("GUID", $"{Guid.NewGuid():N}", StringComparison.Ordinal)
            .Replace("TOKEN", _folder.Write("token", "token"), StringComparison.Ordinal));
        var settings = new ConnectionSettings { ProfileName = "line4", ProfileLocation = file, EndpointUrl = server.Url };

        foreach (var factory in new ITransportFactory[] { new AwsTransportFactory(), NewFactory(), NewFactory() })
        {
            using var transport = factory.Create(settings, AwsService.Rekognition, "eu-west-1");
            var error = await Assert.ThrowsAsync<CustomLabelsException>(() => transport.SendAsync());
            Assert.Contains(profile.StartsWith("sso", StringComparison.Ordinal) ? "No valid SSO Token" : "asked", error.Message, StringComparison.Ordinal);
        }
    }

    [Theory(Timeout = 30_000)]
    [InlineData("role_arn = arn:aws:iam::123456789012:role/line4\nsource_profile = source", true)]
    [InlineData("sso_start_url = https://x.invalid/start\nsso_region = eu-west-1\nsso_account_id = 123456789012\nsso_role_name = line4", false)]
    public async Task The_SDK_reads_no_shared_file_by_itself(string profile, bool isSts)
    {
        // Where it reads the files, it reads this before them, and throws.
        _environment["AWS_EC2_METADATA_SERVICE_ENDPOINT"] = "no URL";
        var keys = isSts
            ? "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>AKIDROLE</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>"
            : """{"roleCredentials":{"accessKeyId":"AKIDROLE","secretAccessKey":"s","sessionToken":"t","expiration":4070908800000}}""";
        using var server = new ScriptedServer(Step.Answer(200));
        using var peer = new ScriptedServer(Step.Answer(200, keys));
        _environment[isSts ? "AWS_ENDPOINT_URL_STS" : "AWS_ENDPOINT_URL_SSO"] = peer.Url.AbsoluteUri;
        var cache = Directory.CreateDirectory(Path.Combine(_environment.Home, ".aws", "sso", "cache")).FullName;
        // SHA-1 of the start URL.
        File.WriteAllText(Path.Combine(cache, "e4b1e8044c981f87320f2191155657379dc9c06d.json"), """{"startUrl":"https://x.invalid/start","region":"eu-west-1","accessToken":"canary","expiresAt":"2099-01-01T00:00:00Z"}""");
        _environment.SetCredentialsFile($"[source]\naws_access_key_id = A\naws_secret_access_key = B\n[default] # ours\n{profile}\n");

        using var transport = NewFactory().Create(new ConnectionSettings { EndpointUrl = server.Url }, AwsService.Rekognition, "eu-west-1");
        await transport.SendAsync();

        Assert.Contains("Credential=AKIDROLE/", server.LastRequest!["Authorization"], StringComparison.Ordinal);
        Assert.Equal(1, peer.Received);
    }

    [Fact]
    public void A_broken_line_that_the_SDK_meets_first_is_never_shown()
    {
        var file = _folder.Write("credentials", "[default]\naws_secret_access_key canary\n");
        _environment["AWS_SHARED_CREDENTIALS_FILE"] = file;

        var error = Assert.Throws<CustomLabelsException>(() => NewFactory().Create(Sending.Keys, AwsService.Rekognition, "eu-west-1"));

        Assert.Equal(ErrorId.CredentialsMissing, error.Error.Id);
        Assert.Contains($"Line 2 of {file}", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", error.ToString(), StringComparison.Ordinal);
    }

    private static ITransportFactory NewFactory() => (ITransportFactory)new PrivateContext()
        .LoadFromAssemblyPath(typeof(AwsTransportFactory).Assembly.Location)
        .CreateInstance("CustomLabels.Aws.AwsTransportFactory")!;

    private sealed class PrivateContext : AssemblyLoadContext
    {
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            var path = Path.Combine(AppContext.BaseDirectory, $"{assemblyName.Name}.dll");
            return assemblyName.Name!.StartsWith("AWSSDK.", StringComparison.Ordinal) ? LoadFromAssemblyPath(path) : null;
        }
    }
}
#endif
