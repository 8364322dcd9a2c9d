using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using CustomLabels.Testing;
using Xunit;

namespace CustomLabels.Aws.Tests;

public sealed class BodyFailureTests
{
    [Theory(Timeout = 30_000)]
    [InlineData(1, 0)]
    [InlineData(1, 500_000)]
    [InlineData(2, 0)]
    [InlineData(2, 500_000)]
    public async Task What_the_body_throws_comes_out_unchanged(int pass, long after)
    {
        var failure = new CustomLabelsException(new CustomLabelsError(ErrorId.ImageUnreadable, "The drive was pulled.", "Plug it in."));
        using var server = new ScriptedServer(Step.Stall());
        using var transport = Sending.To(server);
        using var body = Failing(failure, pass, after);

        var error = await Assert.ThrowsAsync<CustomLabelsException>(() => transport.SendAsync(body));

        Assert.Same(failure, error);
        Assert.False(body.IsDisposed);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_failure_to_read_is_never_taken_for_one_to_connect()
    {
        var failure = new IOException("The network share is gone.");
        using var server = new ScriptedServer(Step.Stall());
        using var transport = Sending.To(server);
        using var body = Failing(failure, pass: 2, after: 0);

        Assert.Same(failure, await Assert.ThrowsAsync<IOException>(() => transport.SendAsync(body)));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_body_that_fails_halfway_does_not_spoil_the_signatures_after_it()
    {
        using var server = new ScriptedServer(Step.Answer(200));
        using var transport = Sending.To(server);
        var failing = Enumerable.Range(0, 64).Select(async _ =>
        {
            using var body = Failing(new IOException(), pass: 1, after: 100_000);
            await Assert.ThrowsAsync<IOException>(() => transport.SendAsync(body));
        });
        await Task.WhenAll(failing);

        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => transport.SendAsync()));

        Assert.All(
            server.Requests,
            request => Assert.Equal(SigV4.Authorization(request, Sending.AccessKey, Sending.SecretKey, Sending.Region), request["Authorization"]));
    }

    private static TestBody Failing(Exception failure, int pass, long after)
    {
        TestBody? body = null;
        body = new TestBody(5_000_000) { BeforeRead = now => now == pass && body!.Position >= after ? Task.FromException(failure) : Task.CompletedTask };
        return body;
    }
}
