using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Detection;
using CustomLabels.Detection.Scheduling;
using CustomLabels.Images;
using CustomLabels.Time;
using Xunit;

namespace CustomLabels.Core.Tests.Detection.Scheduling;

public sealed class DetectionRunTests
{
    private static readonly TimeSpan HangGuard = TimeSpan.FromSeconds(20);
    private static readonly CustomLabelsError Denied = new(ErrorId.AccessDenied, "No.", "Ask.") { Scope = ErrorScope.Run };

    private readonly Gates _gates = new();

    [Fact]
    public void Results_come_in_input_order_however_they_finish()
    {
        using var run = NewRun(new RunLimits());
        foreach (var name in new[] { "a", "b", "c" }) run.Post(Gates.Request(name));
        run.Post(new DetectionResult { Identity = ImageIdentity.OfName("d") });
        foreach (var name in new[] { "c", "b" }) _gates.Open(name);
        Assert.False(run.TryTake(TimeSpan.Zero, out _));
        _gates.Open("a");
        Assert.Equal(["a", "b", "c", "d"], Take(run, 4));
        Assert.True(run.IsIdle);
    }

    [Fact]
    public void Unordered_results_come_as_they_finish()
    {
        using var run = NewRun(new RunLimits { IsOrdered = false });
        foreach (var name in new[] { "a", "b", "c" }) run.Post(Gates.Request(name));
        foreach (var name in new[] { "c", "a", "b" })
        {
            _gates.Open(name);
            Assert.Equal([name], Take(run, 1));
        }
    }

    [Fact]
    public void There_is_room_for_as_many_images_as_the_window_holds()
    {
        using var run = NewRun(new RunLimits { Window = 2 });
        Assert.True(run.HasRoom);
        run.Post(new DetectionResult { Identity = ImageIdentity.OfName("a") });
        Assert.True(run.HasRoom);
        run.Post(Gates.Request("b"));
        Assert.False(run.HasRoom);
        Take(run, 1);
        Assert.True(run.HasRoom);
    }

    [Fact]
    public void Images_in_memory_are_taken_in_as_far_as_they_are_few_bytes()
    {
        using var run = NewRun(new RunLimits { HeldBytes = 100 });
        var request = Gates.Request("a");
        run.Post(request with { Image = new BytesImage(new byte[60], "a") });
        Assert.True(run.HasRoom);
        run.Post(request with { Image = new BytesImage(new byte[60], "b") });
        Assert.False(run.HasRoom);
        _gates.Open("a");
        Take(run, 1);
        Assert.True(run.HasRoom);
    }

    [Fact]
    public async Task No_more_images_are_worked_on_than_allowed_and_the_next_starts_when_one_is_done()
    {
        using var run = NewRun(new RunLimits { Active = 2 });
        foreach (var name in new[] { "a", "b", "c", "d" }) run.Post(Gates.Request(name));
        await UntilAsync(() => _gates.Started == 2);
        _gates.Open("a");
        Take(run, 1);
        await UntilAsync(() => _gates.Started == 3);
        foreach (var name in new[] { "b", "c", "d" }) _gates.Open(name);
        Assert.Equal(["b", "c", "d"], Take(run, 3));
        Assert.Equal(4, _gates.Started);
    }

    [Fact]
    public void There_is_room_for_a_few_that_wait_and_it_is_told_when_there_is_again_though_the_first_is_slow()
    {
        using var run = NewRun(new RunLimits { Active = 2, Pending = 2 });
        foreach (var name in new[] { "slow", "b", "c" }) run.Post(Gates.Request(name));
        Assert.True(run.HasRoom);
        run.Post(Gates.Request("d"));
        Assert.False(run.HasRoom);

        _gates.Open("b");
        Assert.False(run.TryTake(HangGuard, out _));
        Assert.True(run.HasRoom);

        foreach (var name in new[] { "c", "d", "slow" }) _gates.Open(name);
        Assert.Equal(["slow", "b", "c", "d"], Take(run, 4));
    }

    [Fact]
    public async Task All_that_is_there_is_taken_at_once_though_there_is_room_in_between()
    {
        using var run = NewRun(new RunLimits { Active = 2, Pending = 2 });
        foreach (var name in new[] { "a", "b", "c", "d" }) run.Post(Gates.Request(name));
        _gates.Open("a");
        await UntilAsync(() => run.HasRoom);
        _gates.Open("b");
        await UntilAsync(() => _gates.Started == 4);

        Assert.True(run.TryTake(TimeSpan.Zero, out var first));
        Assert.True(run.TryTake(TimeSpan.Zero, out var second));
        Assert.Equal("a b", $"{first.Result!.Image} {second.Result!.Image}");
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
            new RunLimits(),
            _ => false,
            new SystemClock());
        run.Post(Gates.Request("a"));
        var events = new List<RunEvent> { Next(run), Next(run), Next(run) };
        Assert.Equal([RunEventKind.Verbose, RunEventKind.Debug, RunEventKind.Result], events.Select(e => e.Kind));
        Assert.Equal(["again", "sent"], events.Take(2).Select(e => e.Text));
        Assert.Null(events[0].Result);
    }

    [Fact]
    public void What_ends_the_run_is_told_at_once_and_starts_nothing_more()
    {
        using var run = NewRun(new RunLimits { Active = 2 });
        foreach (var name in new[] { "a", "b" }) run.Post(Gates.Request(name));
        run.Post(Gates.Request("c").Unanswered());
        run.Post(Gates.Request("d"));
        _gates.Open("b", Denied);

        var told = Next(run);

        Assert.Equal((RunEventKind.Ended, "b"), (told.Kind, told.Result!.Image));
        var left = run.Abandon();
        Assert.Equal(["b", "c"], left.Select(result => result.Image));
        Assert.Equal(["a"], _gates.Cancelled);
        Assert.Equal(2, _gates.Started);
    }

    [Fact]
    public async Task Disposing_cancels_what_is_in_flight_and_waits_until_it_is_down()
    {
        var run = NewRun(new RunLimits());
        foreach (var name in new[] { "a", "b" }) run.Post(Gates.Request(name));
        await UntilAsync(() => _gates.Started == 2);
        run.Dispose();
        Assert.Equal(2, _gates.Cancelled.Count);
    }

    [Fact]
    public async Task Cancelling_from_another_thread_ends_a_wait()
    {
        using var run = NewRun(new RunLimits());
        run.Post(Gates.Request("a"));
        var taking = Task.Run(() => run.TryTake(HangGuard, out _));
        run.Cancel();
        Assert.Same(taking, await Task.WhenAny(taking, Task.Delay(HangGuard)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => taking);
    }

    [Fact]
    public void What_the_work_throws_comes_out_at_its_owner()
    {
        using var run = new DetectionRun((_, _, _) => throw new InvalidOperationException("a bug"), new RunLimits(), _ => false, new SystemClock());
        run.Post(Gates.Request("a"));
        Assert.Equal("a bug", Assert.Throws<InvalidOperationException>(() => Next(run).Result).Message);
    }

    [Fact]
    public void A_hundred_thousand_images_come_out_once_each_and_in_order()
    {
        const int Count = 100_000;
        using var run = new DetectionRun(
            async (request, _, _) =>
            {
                if (request.Image.Name.Length % 2 == 0) await Task.Yield();
                return request.Unanswered();
            },
            new RunLimits(),
            _ => false,
            new SystemClock());
        var taken = new List<string>(Count);
        for (var i = 0; i < Count; i++)
        {
            run.Post(Gates.Request($"{i}"));
            while (!run.HasRoom) TakeNext();
        }

        while (!run.IsIdle) TakeNext();
        Assert.Equal(Enumerable.Range(0, Count).Select(i => $"{i}"), taken);

        void TakeNext()
        {
            if (run.TryTake(HangGuard, out var next)) taken.Add(next.Result!.Image);
        }
    }

    private static string[] Take(DetectionRun run, int count) => Enumerable.Range(0, count).Select(_ => Next(run).Result!.Image).ToArray();

    private static RunEvent Next(DetectionRun run)
    {
        Assert.True(run.TryTake(HangGuard, out var next));
        return next;
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var deadline = DateTime.UtcNow + HangGuard; !condition(); await Task.Delay(1)) Assert.True(DateTime.UtcNow < deadline, "Waited in vain.");
    }

    private DetectionRun NewRun(RunLimits limits) => new(_gates.WorkAsync, limits, result => result.Error?.Scope == ErrorScope.Run, new SystemClock());
}
