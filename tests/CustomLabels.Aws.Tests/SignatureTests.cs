using System;
using System.Threading.Tasks;
using CustomLabels.Testing;
using Xunit;

namespace CustomLabels.Aws.Tests;

public sealed class SignatureTests
{
    [Theory(Timeout = 30_000)]
    [InlineData(null, 100)]
    [InlineData(null, 5_000_000)]
    [InlineData(Sending.SessionToken, 100)]
    [InlineData(Sending.SessionToken, 5_000_000)]
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
        using var server = new ScriptedServer(Step.Answer(200, "{}", $"Date: {ahead:r}"), Step.Answer(200));
        using var transport = Sending.To(server);

        await transport.SendAsync();
        await transport.SendAsync();

        Assert.Equal(2, server.Requests.Count);
        Assert.StartsWith($"{ahead:yyyyMMdd'T'HH}", server.Requests[1]["X-Amz-Date"], StringComparison.Ordinal);
    }

    [Theory(Timeout = 30_000)]
    [InlineData(100)]
    [InlineData(5_000_000)]
    public async Task What_was_refused_because_the_clock_is_wrong_is_signed_again_with_the_servers(int length)
    {
        var behind = DateTimeOffset.UtcNow.AddHours(-3);
        using var server = new ScriptedServer(Step.Answer(403, """{"__type":"RequestTimeTooSkewed"}""", $"Date: {behind:r}"), Step.Answer(200));
        using var transport = Sending.To(server);
        using var body = new TestBody(length);

        var answer = await transport.SendAsync(body);

        Assert.Equal(200, answer.StatusCode);
        Assert.Equal(2, server.Requests.Count);
        Assert.StartsWith($"{behind:yyyyMMdd'T'HH}", server.Requests[1]["X-Amz-Date"], StringComparison.Ordinal);
        Assert.Equal(SigV4.Authorization(server.Requests[1], Sending.AccessKey, Sending.SecretKey, Sending.Region), server.Requests[1]["Authorization"]);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_refusal_by_a_server_that_agrees_on_the_time_is_an_answer()
    {
        using var server = new ScriptedServer(Step.Answer(403, """{"__type":"RequestTimeTooSkewed"}""", $"Date: {DateTimeOffset.UtcNow:r}"), Step.Answer(200));
        using var transport = Sending.To(server);

        Assert.Equal(403, (await transport.SendAsync()).StatusCode);
        Assert.Single(server.Requests);
    }
}
