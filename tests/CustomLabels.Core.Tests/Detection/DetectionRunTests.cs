using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Detection;
using CustomLabels.Images;
using CustomLabels.Service;
using Xunit;

namespace CustomLabels.Core.Tests.Detection;

public sealed class DetectionRunTests
{
    private static readonly TimeSpan HangGuard = TimeSpan.FromSeconds(20);

    [Fact]
    public void Results_come_in_input_order_however_they_finish()
    {
        var gates = new ConcurrentDictionary<string, TaskCompletionSource<bool>>(StringComparer.Ordinal);
        TaskCompletionSource<bool> Gate(string name) => gates.GetOrAdd(name, _ => new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously));
        using var run = new DetectionRun(
            async (request, _, _) =>
            {
                await Gate(request.Image.Name).Task;
                return request.Unanswered();
            },
            window: 4);
        foreach (var name in new[] { "a", "b", "c" }) run.Post(Request(name));
        run.Post(new DetectionResult { Image = "d" });
        foreach (var name in new[] { "c", "b" }) Gate(name).SetResult(true);
        Assert.False(run.TryTake(out _));
        Gate("a").SetResult(true);
        Assert.Equal(["a", "b", "c", "d"], Enumerable.Range(0, 4).Select(_ => run.Take().Result!.Image));
        Assert.True(run.IsIdle);
    }

    [Fact]
    public void There_is_room_for_as_many_images_as_the_window_holds()
    {
        using var run = new DetectionRun((request, _, _) => Task.FromResult(request.Unanswered()), window: 2);
        Assert.True(run.HasRoom);
        run.Post(Request("a"));
        Assert.True(run.HasRoom);
        run.Post(Request("b"));
        Assert.False(run.HasRoom);
        run.Take();
        Assert.True(run.HasRoom);
    }

    [Fact]
    public void Lines_said_while_an_image_is_worked_on_come_before_its_result()
    {
        using var run = new DetectionRun(
            (request, log, _) =>
            {
                log.Verbose("again");
                log.Debug("sent");
                return Task.FromResult(request.Unanswered());
            },
            window: 1);
        run.Post(Request("a"));
        var events = new List<RunEvent> { run.Take(), run.Take(), run.Take() };
        Assert.Equal([RunEventKind.Verbose, RunEventKind.Debug, RunEventKind.Result], events.Select(e => e.Kind));
        Assert.Equal(["again", "sent"], events.Take(2).Select(e => e.Text));
        Assert.Null(events[0].Result);
    }

    [Fact]
    public void Disposing_cancels_what_is_in_flight_and_waits_until_it_is_down()
    {
        var isDown = false;
        using var started = new ManualResetEventSlim();
        var run = new DetectionRun(
            async (request, _, token) =>
            {
                started.Set();
                try
                {
                    await Task.Delay(Timeout.Infinite, token);
                }
                finally
                {
                    Volatile.Write(ref isDown, true);
                }

                return request.Unanswered();
            },
            window: 1);
        run.Post(Request("a"));
        Assert.True(started.Wait(HangGuard));
        run.Dispose();
        Assert.True(Volatile.Read(ref isDown));
    }

    [Fact]
    public async Task Cancelling_from_another_thread_ends_a_wait()
    {
        using var run = new DetectionRun(async (request, _, token) => { await Task.Delay(Timeout.Infinite, token); return request.Unanswered(); }, window: 1);
        run.Post(Request("a"));
        var taking = Task.Run(run.Take);
        run.Cancel();
        Assert.Same(taking, await Task.WhenAny(taking, Task.Delay(HangGuard)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => taking);
    }

    [Fact]
    public void What_the_work_throws_comes_out_at_its_owner()
    {
        using var run = new DetectionRun((_, _, _) => throw new InvalidOperationException("a bug"), window: 1);
        run.Post(Request("a"));
        Assert.Equal("a bug", Assert.Throws<InvalidOperationException>(() => run.Take().Result).Message);
    }

    private static DetectionRequest Request(string name) =>
        new(new UnresolvedImage(name), ProjectVersionArn.Parse("arn:aws:rekognition:eu-west-1:123456789012:project/p/version/v/1"));
}
