using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Detection;
using CustomLabels.Detection.Limiting;
using Xunit;

namespace CustomLabels.Core.Tests.Detection.Limiting;

public sealed class RequestGateTests
{
    private static readonly TimeSpan RoundTrip = TimeSpan.FromSeconds(0.1);

    private readonly SteppedClock _clock = new();

    [Fact]
    public async Task The_image_that_came_first_enters_first_also_when_it_comes_back()
    {
        var gate = NewGate(new RequestLimits { MaxConcurrency = 1 });
        var model = gate.For("a");
        await gate.EnterAsync(model, 7, CancellationToken.None);
        var entered = new List<long>();
        var waiting = new[] { 9L, 8L, 3L }.Select(place => EnterAsync(gate, model, place, entered)).ToList();

        for (var i = 0; i < 3; i++)
        {
            gate.Succeeded(model, RoundTrip);
            await Task.WhenAny(waiting);
            waiting.RemoveAll(task => task.IsCompleted);
        }

        Assert.Equal([3, 8, 9], entered);
    }

    [Fact]
    public async Task Who_gives_up_is_passed_over()
    {
        var gate = NewGate(new RequestLimits { MaxConcurrency = 1 });
        var model = gate.For("a");
        await gate.EnterAsync(model, 1, CancellationToken.None);
        using var cancellation = new CancellationTokenSource();
        var second = gate.EnterAsync(model, 2, cancellation.Token).AsTask();
        var third = gate.EnterAsync(model, 3, CancellationToken.None).AsTask();

        cancellation.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        gate.Failed(model);

        await third;
    }

    [Fact]
    public async Task An_image_that_could_not_be_sent_costs_no_time()
    {
        var gate = NewGate(new RequestLimits { MaxRequestsPerSecond = 1 });
        var model = gate.For("a");
        for (var place = 1; place <= 100; place++)
        {
            var turn = gate.EnterAsync(model, place, CancellationToken.None);
            Assert.True(turn.IsCompleted);
            await turn;
            gate.Withdrawn(model);
        }

        await gate.EnterAsync(model, 101, CancellationToken.None);
        var next = gate.EnterAsync(model, 102, CancellationToken.None).AsTask();
        Assert.False(next.IsCompleted);
        _clock.Pass(TimeSpan.FromSeconds(1.1));
        await next;
    }

    [Fact]
    public async Task One_limit_holds_for_all_models_together()
    {
        var gate = NewGate(new RequestLimits { MaxConcurrency = 2 });
        var (a, b) = (gate.For("a"), gate.For("b"));
        await gate.EnterAsync(a, 1, CancellationToken.None);
        await gate.EnterAsync(a, 2, CancellationToken.None);
        var other = gate.EnterAsync(b, 3, CancellationToken.None).AsTask();
        Assert.False(other.IsCompleted);

        gate.Succeeded(a, RoundTrip);

        await other;
    }

    [Fact]
    public async Task Of_all_models_the_image_that_came_first_gets_what_is_free()
    {
        var gate = NewGate(new RequestLimits { MaxConcurrency = 1 });
        var (a, b) = (gate.For("a"), gate.For("b"));
        await gate.EnterAsync(a, 1, CancellationToken.None);
        var entered = new List<long>();
        var waiting = new[] { EnterAsync(gate, a, 4, entered), EnterAsync(gate, b, 3, entered), EnterAsync(gate, b, 2, entered) }.ToList();

        foreach (var model in new[] { a, b, b })
        {
            gate.Succeeded(model, RoundTrip);
            await Task.WhenAny(waiting);
            waiting.RemoveAll(task => task.IsCompleted);
        }

        Assert.Equal([2, 3, 4], entered);
    }

    [Fact]
    public async Task A_throttled_model_does_not_hold_up_another()
    {
        var gate = NewGate(new RequestLimits());
        var (a, b) = (gate.For("a"), gate.For("b"));
        await gate.EnterAsync(a, 1, CancellationToken.None);
        gate.Throttled(a, TimeSpan.FromSeconds(15));
        var again = gate.EnterAsync(a, 1, CancellationToken.None).AsTask();

        await gate.EnterAsync(b, 2, CancellationToken.None);

        Assert.False(again.IsCompleted);
        _clock.Pass(TimeSpan.FromSeconds(14.9));
        Assert.False(again.IsCompleted);
        _clock.Pass(TimeSpan.FromSeconds(0.2));
        await again;
    }

    [Theory]
    [InlineData(10)]
    [InlineData(2.5)]
    public void No_more_requests_a_second_than_the_user_allows(double rate)
    {
        const int Images = 1000;
        var gate = NewGate(new RequestLimits { MaxRequestsPerSecond = rate });
        var model = gate.For("a");
        var sending = Enumerable.Range(0, Images).Select(place => gate.EnterAsync(model, place, CancellationToken.None).AsTask()).ToArray();
        var answered = 0;
        for (var step = 0; step < 1000; step++)
        {
            _clock.Pass(TimeSpan.FromSeconds(0.01));
            for (; answered < Images - model.Waiting.Count; answered++) gate.Succeeded(model, TimeSpan.Zero);
        }

        // One at time zero.
        Assert.InRange(answered, (rate * 10 * 0.9) + 1, (rate * 10) + 1);
        Assert.Equal(Images, sending.Length);
    }

    private static async Task EnterAsync(RequestGate gate, ModelQueue model, long place, List<long> entered)
    {
        await gate.EnterAsync(model, place, CancellationToken.None);
        entered.Add(place);
    }

    private RequestGate NewGate(RequestLimits limits) => new(limits, _clock);
}
