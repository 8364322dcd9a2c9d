using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;
using CustomLabels.Api.Transport;
using CustomLabels.Aws.Credentials;
using CustomLabels.Testing;
using Xunit;

namespace CustomLabels.Aws.Tests;

/// <summary>Keys that expire while a run lasts.</summary>
[Collection(OneAtATime.Name)]
public sealed class RenewalTests : CredentialScene
{
    private DateTime _now = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private int _lookups;

    [Theory(Timeout = 30_000)]
    [InlineData(true, 1)]
    [InlineData(false, 3)]
    public async Task A_role_is_assumed_again_when_its_keys_run_out(bool areFresh, int times)
    {
        using var sts = new ScriptedServer(StsAnswer(areFresh ? Never : Soon));
        using var transport = Sending.To(Server, AssumedRole(sts));

        for (var i = 0; i < 3; i++)
            await SendAsync(transport);

        Assert.Equal(times, sts.Received);
        AssertSigned();
    }

    [Fact(Timeout = 30_000)]
    public async Task A_container_is_asked_once_for_many_requests_even_when_its_keys_are_short_lived()
    {
        using var container = new ScriptedServer(KeysAnswer(DateTime.UtcNow.AddMinutes(10)));
        Set("AWS_CONTAINER_CREDENTIALS_FULL_URI", container.Url.AbsoluteUri);
        using var transport = Sending.To(Server, new ConnectionSettings());

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => SendAsync(transport)));
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => SendAsync(transport)));

        Assert.Equal(1, container.Received);
        Assert.Equal(200, Server.Received);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_source_that_fails_in_the_middle_of_a_run_is_named_with_its_remedy()
    {
        using var sts = new ScriptedServer(StsAnswer(Soon), StsError("ExpiredToken", "The security token included in the request is expired"));
        using var transport = Sending.To(Server, AssumedRole(sts));
        await SendAsync(transport);

        var error = await Assert.ThrowsAsync<CustomLabelsException>(() => SendAsync(transport));

        Assert.Equal(ErrorId.CredentialsExpired, error.Error.Id);
        Assert.Contains("profile 'role'", error.Message, StringComparison.Ordinal);
        Assert.Contains("the profile 'source'", error.Error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task Keys_are_renewed_ahead_of_their_end_while_the_old_ones_go_on()
    {
        var renewal = new TaskCompletionSource<TimedKeys>();
        var answers = new Queue<Task<TimedKeys>>([Task.FromResult(Until("first", hours: 1)), renewal.Task]);
        var keys = new RenewedKeys(() => Next(answers), () => _now);
        await keys.GetAsync();

        _now += TimeSpan.FromMinutes(44);
        Assert.Equal("first", (await keys.GetAsync()).AccessKey);
        Assert.Equal(1, _lookups);

        _now += TimeSpan.FromMinutes(1);
        Assert.Equal("first", (await keys.GetAsync()).AccessKey);
        Assert.Equal("first", (await keys.GetAsync()).AccessKey);
        renewal.SetResult(Until("second", hours: 2));

        _now += TimeSpan.FromMinutes(15);
        Assert.Equal("second", (await keys.GetAsync()).AccessKey);
        Assert.Equal(2, _lookups);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_renewal_that_fails_ahead_of_time_is_tried_again_a_minute_later()
    {
        var failed = new TaskCompletionSource<TimedKeys>();
        var answers = new Queue<Task<TimedKeys>>([Task.FromResult(Until("first", hours: 1)), failed.Task, Task.FromResult(Until("second", hours: 2))]);
        using var looks = new SemaphoreSlim(0);
        var keys = new RenewedKeys(() => Next(answers), () => Looked(looks));
        await keys.GetAsync();

        _now += TimeSpan.FromMinutes(50);
        await keys.GetAsync();
        failed.SetException(new InvalidOperationException());
        // One look at the clock for each of the two requests, and one when each of the two lookups ends.
        for (var i = 0; i < 4; i++)
            await looks.WaitAsync();
        _now += TimeSpan.FromSeconds(59);
        Assert.Equal("first", (await keys.GetAsync()).AccessKey);
        Assert.Equal("first", (await keys.GetAsync()).AccessKey);

        _now += TimeSpan.FromMinutes(10);
        Assert.Equal("second", (await keys.GetAsync()).AccessKey);
        Assert.Equal(3, _lookups);
    }

    [Fact(Timeout = 30_000)]
    public async Task Those_who_wait_share_one_lookup_and_its_failure()
    {
        var answer = new TaskCompletionSource<TimedKeys>();
        var keys = new RenewedKeys(() => Next(new([answer.Task])));

        var waiting = Enumerable.Range(0, 100).Select(_ => keys.GetAsync()).ToList();
        answer.SetException(new InvalidOperationException());

        foreach (var one in waiting)
            await Assert.ThrowsAsync<InvalidOperationException>(() => one);
        Assert.Equal(1, _lookups);
    }

    [Fact(Timeout = 30_000)]
    public async Task Keys_that_do_not_expire_cost_nothing()
    {
        var keys = new RenewedKeys(() => Next(new([Task.FromResult(new TimedKeys(new ImmutableCredentials("A", "B", null), DateTime.MaxValue))])));
        await keys.GetAsync();

        var first = keys.GetAsync();

        Assert.True(first.IsCompleted);
        Assert.Same(first, keys.GetAsync());
    }

    private DateTime Looked(SemaphoreSlim looks)
    {
        looks.Release();
        return _now;
    }

    private static TimedKeys Until(string name, int hours) => new(new ImmutableCredentials(name, "B", null), new DateTime(2026, 1, 1, hours, 0, 0, DateTimeKind.Utc));

    private Task<TimedKeys> Next(Queue<Task<TimedKeys>> answers)
    {
        _lookups++;
        return answers.Dequeue();
    }
}
