using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Time;

namespace CustomLabels.Models;

/// <summary>Keeps lists of the service's for some minutes, so that each press of Tab is not a question to the service. Safe for concurrent use.</summary>
internal sealed class AnswerCache<T>
{
    /// <summary>How long a list is good for.</summary>
    internal static readonly TimeSpan Freshness = TimeSpan.FromMinutes(5);

    /// <summary>How long a list stays after each look at it: it doesn't change under the hands of someone who is choosing.</summary>
    internal static readonly TimeSpan Attention = TimeSpan.FromSeconds(30);

    /// <summary>How long a failure is remembered: each press of Tab would wait for the next one.</summary>
    internal static readonly TimeSpan FailureMemory = TimeSpan.FromSeconds(10);

    /// <summary>How long a list may take to come. Nobody waits that long; it is there for the next time.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly IClock _clock;
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>An empty cache.</summary>
    /// <param name="clock">The time.</param>
    public AnswerCache(IClock clock) => _clock = clock;

    /// <summary>A list: the one known, the one on its way, or else one that is now asked for.</summary>
    /// <param name="key">Names the connection and what is asked for; no secret.</param>
    /// <param name="find">Asks for it; called on another thread, with a token that is cancelled after <see cref="Limit"/>.</param>
    public Task<IReadOnlyList<T>> Get(string key, Func<CancellationToken, Task<IReadOnlyList<T>>> find)
    {
        lock (_entries)
        {
            foreach (var old in new List<string>(_entries.Keys))
            {
                if (!IsGood(_entries[old])) _entries.Remove(old);
            }

            if (!_entries.TryGetValue(key, out var entry)) _entries.Add(key, entry = new Entry(Task.Run(() => FindAsync(find)), _clock.Elapsed));
            entry.LastLook = _clock.Elapsed;
            return entry.Items;
        }
    }

    private bool IsGood(Entry entry)
    {
        if (!entry.Items.IsCompleted) return true;
        var age = _clock.Elapsed - entry.Asked;
        if (entry.Items.Status != TaskStatus.RanToCompletion) return age < FailureMemory;
        return age < Freshness || _clock.Elapsed - entry.LastLook < Attention;
    }

    private static async Task<IReadOnlyList<T>> FindAsync(Func<CancellationToken, Task<IReadOnlyList<T>>> find)
    {
        using var limit = new CancellationTokenSource(Limit);
        return await find(limit.Token).ConfigureAwait(false);
    }

    private sealed class Entry(Task<IReadOnlyList<T>> items, TimeSpan asked)
    {
        public Task<IReadOnlyList<T>> Items { get; } = items;

        public TimeSpan Asked { get; } = asked;

        public TimeSpan LastLook { get; set; } = asked;
    }
}
