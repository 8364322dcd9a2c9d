using System;
using System.Threading.Tasks;
using CustomLabels.Service;
using CustomLabels.Testing;
using Xunit;

namespace CustomLabels.Aws.Tests;

public sealed class SignatureTests
{
    [Theory(Timeout = 30_000)]
    [InlineData(null, 100)]
    [InlineData(null, 1_500_000)]
    [InlineData(Sending.SessionToken, 100)]
    [InlineData(Sending.SessionToken, 1_500_000)]
    public async Task A_request_is_signed_with_the_given_keys(string? token, int length)
    {
        using var server = new ScriptedServer(Step.Answer(200));
        using var transport = Sending.To(server, Sending.Keys with { SessionToken = token });
        using var body = new TestBody(length);

        await transport.SendAsync(body);

        var request = Assert.Single(server.Requests);
        Assert.Equal(SigV4.Authorization(request, Sending.AccessKey, Sending.SecretKey, Sending.Region), request["Authorization"]);
        Assert.Equal(token, request["X-Amz-Security-Token"]);
    }

    [Fact(Timeout = 30_000)]
    public async Task What_the_service_acts_on_is_in_the_signature()
    {
        using var server = new ScriptedServer(Step.Answer(200));
        using var transport = Sending.To(server, Sending.Keys with { SessionToken = Sending.SessionToken });

        await transport.SendAsync();

        Assert.Equal(
            "content-type;host;x-amz-content-sha256;x-amz-date;x-amz-security-token;x-amz-target",
            SigV4.SignedHeaders(Assert.Single(server.Requests)));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_wrong_secret_makes_another_signature()
    {
        using var server = new ScriptedServer(Step.Answer(200));
        using var transport = Sending.To(server);

        await transport.SendAsync();

        var request = Assert.Single(server.Requests);
        Assert.False(string.Equals(SigV4.Authorization(request, Sending.AccessKey, "another", Sending.Region), request["Authorization"], StringComparison.Ordinal));
    }

    [Fact(Timeout = 30_000)]
    public async Task The_clock_of_the_server_is_signed_with_once_it_is_known()
    {
        var ahead = DateTimeOffset.UtcNow.AddHours(1);
        using var server = new ScriptedServer(Step.Answer(400, "{}", $"Date: {ahead:r}"), Step.Answer(200));
        using var transport = Sending.To(server);

        await transport.SendAsync();
        await transport.SendAsync();

        Assert.Equal(2, server.Requests.Count);
        Assert.StartsWith($"{ahead:yyyyMMdd'T'HH}", server.Requests[1]["X-Amz-Date"], StringComparison.Ordinal);
    }
}
