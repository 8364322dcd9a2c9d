using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Models;
using Xunit;

namespace CustomLabels.Core.Tests.Models;

public sealed class AnswerCacheTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ManualClock _clock = new();
    private readonly AnswerCache<Model> _cache;
    private int _questions;

    public AnswerCacheTests() => _cache = new AnswerCache<Model>(_clock);

    [Fact]
    public async Task Asks_once_for_a_connection()
    {
        var first = await LookAsync("a");
        _clock.Elapsed += AnswerCache<Model>.Freshness - Second;

        Assert.Same(first, await LookAsync("a"));
        await LookAsync("b");
        Assert.Equal(2, _questions);
    }

    [Fact]
    public async Task Asks_again_when_a_list_is_old_and_nobody_has_looked_lately()
    {
        await LookAsync("a");
        _clock.Elapsed += AnswerCache<Model>.Freshness + Second;
        await LookAsync("a");

        Assert.Equal(2, _questions);
    }

    [Fact]
    public async Task A_list_does_not_change_under_the_hands_of_someone_who_chooses()
    {
        await LookAsync("a");
        _clock.Elapsed += AnswerCache<Model>.Freshness - Second;
        for (var i = 0; i < 10; i++)
        {
            await LookAsync("a");
            _clock.Elapsed += AnswerCache<Model>.Attention - Second;
        }

        Assert.Equal(1, _questions);
    }

    [Fact]
    public async Task A_failure_is_remembered_for_some_seconds()
    {
        await Assert.ThrowsAsync<TimeoutException>(() => _cache.Get("a", FailAsync));
        _clock.Elapsed += AnswerCache<Model>.FailureMemory - Second;
        await Assert.ThrowsAsync<TimeoutException>(() => LookAsync("a"));
        Assert.Equal(0, _questions);

        _clock.Elapsed += Second;
        await LookAsync("a");
        Assert.Equal(1, _questions);

        static Task<IReadOnlyList<Model>> FailAsync(CancellationToken cancellationToken) => throw new TimeoutException();
    }

    [Fact]
    public async Task A_second_look_joins_the_question_that_is_on_its_way()
    {
        var answer = new TaskCompletionSource<IReadOnlyList<Model>>(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = _cache.Get("a", _ => answer.Task);
        _clock.Elapsed += TimeSpan.FromHours(1);
        var second = LookAsync("a");
        answer.SetResult([]);

        Assert.Same(await first, await second);
        Assert.Equal(0, _questions);
    }

    [Fact]
    public async Task Its_questions_have_an_end()
    {
        await _cache.Get("a", cancellationToken =>
        {
            Assert.True(cancellationToken.CanBeCanceled);
            return Task.FromResult<IReadOnlyList<Model>>([]);
        });
    }

    private Task<IReadOnlyList<Model>> LookAsync(string key) => _cache.Get(key, _ =>
    {
        Interlocked.Increment(ref _questions);
        return Task.FromResult<IReadOnlyList<Model>>([]);
    });
}
