using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api.Transport;
using Xunit;

namespace CustomLabels.Aws.Tests;

/// <summary>Keys in hand, none at all, and which of several ways wins.</summary>
[Collection(OneAtATime.Name)]
public sealed class ProviderTests : CredentialScene
{
    private static readonly AccessKeys Good = new(Sending.AccessKey, Sending.SecretKey, SessionToken: null);

    [Fact(Timeout = 30_000)]
    public async Task A_provider_is_asked_for_every_request()
    {
        var provider = new Provider(() => Good);
        using var transport = Sending.To(Server, new ConnectionSettings { Credential = provider });

        var said = await SendAsync(transport);
        await SendAsync(transport);

        Assert.Equal(["Credentials: an object of the test.", $"Region: {Sending.Region}."], said);
        AssertSigned();
        Assert.Equal(2, provider.Asked);
    }

    [Fact(Timeout = 30_000)]
    public async Task Requests_that_wait_for_a_provider_share_its_answer()
    {
        using var gate = new ManualResetEventSlim();
        var provider = new Provider(() =>
        {
            gate.Wait();
            return Good;
        });
        using var transport = Sending.To(Server, new ConnectionSettings { Credential = provider });

        var sending = Enumerable.Range(0, 50).Select(_ => SendAsync(transport)).ToList();
        gate.Set();
        await Task.WhenAll(sending);

        Assert.InRange(provider.Asked, 1, 2);
        Assert.Equal(50, Server.Received);
    }

    [Fact(Timeout = 30_000)]
    public async Task What_a_provider_throws_is_told_by_its_first_line()
    {
        var error = await FailAsync(new ConnectionSettings { Credential = new Provider(() => throw new InvalidOperationException("No luck.\ncanary")) });

        Assert.Equal(ErrorId.CredentialsMissing, error.Id);
        Assert.Equal("No credentials could be obtained from an object of the test: No luck.", error.Message);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("", "canary", ErrorId.CredentialsMissing, "no access key id")]
    [InlineData("A", "cana ry", ErrorId.RequestInvalid, "white space")]
    public async Task What_can_not_be_keys_is_told(string accessKey, string secretKey, ErrorId id, string said)
    {
        var error = await FailAsync(new ConnectionSettings { Credential = new Provider(() => new AccessKeys(accessKey, secretKey, null)) });

        Assert.Equal(id, error.Id);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.Contains("an object of the test", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task Unsigned_requests_need_no_credentials_and_use_none()
    {
        var provider = new Provider(() => Good);

        var said = await SendAsync(Sending.Keys with { NoSignRequest = true, SessionToken = "canary", ProfileName = "nobody", Credential = provider });

        Assert.Equal("Credentials: none, requests are not signed.", said[0]);
        var sent = Assert.Single(Server.Requests);
        Assert.DoesNotContain(sent.Headers, header => header.Key is "Authorization" or "X-Amz-Security-Token" || header.Value.Contains("canary", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("RekognitionService.DetectCustomLabels", sent["X-Amz-Target"]);
        Assert.Equal(0, provider.Asked);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_named_profile_comes_before_a_provider_and_a_provider_before_the_chain()
    {
        Set("AWS_ACCESS_KEY_ID", "X");
        Set("AWS_SECRET_ACCESS_KEY", "X");

        await SignAsync(new ConnectionSettings { Credential = new Provider(() => Good) });
        await SignAsync(Profile("line4", $"[line4]\n{Keys}\n") with { Credential = new Provider(() => throw new InvalidOperationException()) });
    }

    [Theory(Timeout = 30_000)]
    [InlineData("us-east-1", "Region: eu-west-1; the session's default us-east-1 is not used.")]
    [InlineData(Sending.Region, "Region: eu-west-1.")]
    public async Task A_session_region_that_is_not_used_is_told(string session, string said) =>
        Assert.Equal(said, (await SendAsync(Sending.Keys with { SessionRegion = session }))[1]);

    [Fact(Timeout = 30_000)]
    public async Task Sources_are_told_once()
    {
        using var transport = Sending.To(Server);

        Assert.Equal("Credentials: the keys given.", (await SendAsync(transport))[0]);
        Assert.Empty(await SendAsync(transport));
    }

    private sealed class Provider(Func<AccessKeys> get) : ICredentialProvider
    {
        private int _asked;

        public int Asked => _asked;

        public string Source => "an object of the test";

        public AccessKeys GetKeys()
        {
            Interlocked.Increment(ref _asked);
            return get();
        }
    }
}
