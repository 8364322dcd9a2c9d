using System;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Testing;
using Xunit;

namespace CustomLabels.Aws.Tests;

public sealed class CancellationTests
{
    [Fact(Timeout = 30_000)]
    public async Task Cancelled_before_the_request_nothing_is_read_and_nothing_sent()
    {
        using var server = new ScriptedServer(Step.Answer(200));
        using var transport = Sending.To(server);
        using var body = new TestBody(10);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => transport.SendAsync(body, new CancellationToken(canceled: true)));

        Assert.Equal(0, body.Pass);
        Assert.Equal(0, server.ConnectionCount);
    }

    [Fact(Timeout = 30_000)]
    public async Task Cancelled_while_hashing_nothing_is_sent()
    {
        using var cancel = new CancellationTokenSource();
        using var server = new ScriptedServer(Step.Answer(200));
        using var transport = Sending.To(server);
        using var body = new TestBody(32 * 1024 * 1024)
        {
            BeforeRead = _ =>
            {
                cancel.Cancel();
                return Task.CompletedTask;
            },
        };

        await ThrowsCancelledAsync(transport.SendAsync(body, cancel.Token), cancel.Token);

        Assert.InRange(body.Position, 0, 1024 * 1024);
        Assert.Equal(0, server.ConnectionCount);
    }

    [Theory(Timeout = 30_000)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Cancelled_nothing_is_sent_while_others_hear_of_it_first(int pass)
    {
        using var cancel = new CancellationTokenSource();
        using var isTold = new ManualResetEventSlim();
        using var server = new ScriptedServer(Step.Answer(200));
        using var transport = Sending.To(server);
        var cancelling = Task.CompletedTask;
        using var body = new TestBody(32 * 1024 * 1024)
        {
            BeforeRead = async at =>
            {
                if (at != pass || cancel.IsCancellationRequested) return;
                // Callbacks run from the latest to the first: this one keeps the token of the exchange, which is older, from hearing of it.
                cancel.Token.Register(isTold.Wait);
                cancelling = Task.Run(cancel.Cancel);
                while (!cancel.IsCancellationRequested) await Task.Yield();
            },
        };

        try
        {
            await ThrowsCancelledAsync(transport.SendAsync(body, cancel.Token), cancel.Token);
        }
        finally
        {
            isTold.Set();
        }

        await cancelling;
        Assert.Equal(0, server.Received);
    }

    [Fact(Timeout = 30_000)]
    public async Task Cancelled_during_the_upload_the_connection_ends()
    {
        using var cancel = new CancellationTokenSource();
        var gone = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var server = new ScriptedServer(Step.StallUpload(gone.Task));
        using var transport = Sending.To(server);
        using var body = new TestBody(32 * 1024 * 1024);

        var sending = transport.SendAsync(body, cancel.Token);
        await server.RequestReceivedAsync();
        await body.Sending;
        cancel.Cancel();

        await ThrowsCancelledAsync(sending, cancel.Token);
        gone.SetResult(true);
        await server.ConnectionClosedAsync();
        Assert.False(body.IsDisposed);
    }

    [Fact(Timeout = 30_000)]
    public async Task Cancelled_while_waiting_for_the_answer_the_connection_ends()
    {
        using var cancel = new CancellationTokenSource();
        using var server = new ScriptedServer(Step.Stall());
        using var transport = Sending.To(server);

        var sending = transport.SendAsync(cancellationToken: cancel.Token);
        await server.RequestReceivedAsync();
        cancel.Cancel();

        await ThrowsCancelledAsync(sending, cancel.Token);
        await server.ConnectionClosedAsync();
    }

    [Fact(Timeout = 30_000)]
    public async Task Cancelled_in_the_middle_of_the_answer_the_connection_ends()
    {
        using var cancel = new CancellationTokenSource();
        using var server = new ScriptedServer(Step.Stall(Step.Head(400, "Content-Length: 100") + "{"));
        using var transport = Sending.To(server);

        var sending = transport.SendAsync(cancellationToken: cancel.Token);
        await server.RequestReceivedAsync();
        // Long enough that the head is usually read; either way it must end.
        cancel.CancelAfter(TimeSpan.FromMilliseconds(200));

        await ThrowsCancelledAsync(sending, cancel.Token);
        await server.ConnectionClosedAsync();
    }

    [Fact(Timeout = 30_000)]
    public async Task One_cancelled_request_leaves_the_others_alone()
    {
        using var cancel = new CancellationTokenSource();
        using var server = new ScriptedServer(Step.Stall(), Step.Answer(200));
        using var transport = Sending.To(server);

        var stalled = transport.SendAsync(cancellationToken: cancel.Token);
        await server.RequestReceivedAsync();
        var other = transport.SendAsync();
        cancel.Cancel();

        await ThrowsCancelledAsync(stalled, cancel.Token);
        Assert.Equal(200, (await other).StatusCode);
    }

    private static async Task ThrowsCancelledAsync(Task task, CancellationToken token)
    {
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
        Assert.Equal(token, error.CancellationToken);
    }
}
