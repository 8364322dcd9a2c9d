using System;
using System.Collections.Generic;

namespace CustomLabels.Local.Http;

/// <summary>Counts requests. Each is received once and ends once, so what has not ended is in flight.</summary>
internal sealed class RequestCounters
{
    // Names of operations that are not served come from outside: no client may fill the memory with them.
    private const int NamesAtMost = 100;
    private const int NameLengthAtMost = 64;

    private readonly object _gate = new();
    private readonly long[] _ended = new long[5];
    private readonly SortedDictionary<string, long> _errors = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _operations = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _notServed = new(StringComparer.Ordinal);
    private long _received;
    private long _stalled;
    private long _unknownImages;

    /// <summary>All counts of one moment.</summary>
    public LocalEndpointCounters Snapshot()
    {
        lock (_gate)
        {
            var (reset, truncated) = (_ended[(int)RequestOutcome.Reset], _ended[(int)RequestOutcome.Truncated]);
            return new LocalEndpointCounters(
                _received, _ended[(int)RequestOutcome.Answered], _ended[(int)RequestOutcome.Failed], _ended[(int)RequestOutcome.Aborted] + reset + truncated)
            {
                Reset = reset,
                Truncated = truncated,
                Stalled = _stalled,
                UnknownImages = _unknownImages,
                Errors = new SortedDictionary<string, long>(_errors, StringComparer.Ordinal),
                Operations = new SortedDictionary<string, long>(_operations, StringComparer.Ordinal),
                NotServed = new SortedDictionary<string, long>(_notServed, StringComparer.Ordinal),
            };
        }
    }

    /// <summary>A request's first byte came.</summary>
    public void Started()
    {
        lock (_gate) _received++;
    }

    /// <summary>A request that was received is not to be counted after all: it will not end either.</summary>
    public void Withdraw()
    {
        lock (_gate) _received--;
    }

    /// <summary>An operation was called.</summary>
    /// <returns>The number of the call, from 1, among those of the operation.</returns>
    public long CountCall(string operation)
    {
        lock (_gate) return Add(_operations, operation, 1);
    }

    /// <summary>An operation was called that is not served.</summary>
    public void NotServed(string operation)
    {
        var name = VisibleText.Of(VisibleText.Cut(operation, NameLengthAtMost));
        lock (_gate)
        {
            if (_notServed.Count < NamesAtMost || _notServed.ContainsKey(name)) Add(_notServed, name, 1);
        }
    }

    /// <summary>A detection is about an image that the labelled data doesn't know.</summary>
    public void CountUnknownImage()
    {
        lock (_gate) _unknownImages++;
    }

    /// <summary>An answer is held back on purpose.</summary>
    public void Stalled()
    {
        lock (_gate) _stalled++;
    }

    /// <summary>A request ended.</summary>
    /// <param name="outcome">How.</param>
    /// <param name="errorCode">The error it was answered with; null for none.</param>
    public void Ended(RequestOutcome outcome, string? errorCode = null)
    {
        lock (_gate)
        {
            _ended[(int)outcome]++;
            if (errorCode is not null) Add(_errors, errorCode, 1);
        }
    }

    /// <summary>An answer that was counted could not be sent after all.</summary>
    public void Lost(RequestOutcome counted, string? errorCode)
    {
        lock (_gate)
        {
            _ended[(int)counted]--;
            _ended[(int)RequestOutcome.Aborted]++;
            if (errorCode is not null && Add(_errors, errorCode, -1) == 0) _errors.Remove(errorCode);
        }
    }

    private static long Add(SortedDictionary<string, long> counts, string name, long number)
    {
        counts.TryGetValue(name, out var count);
        return counts[name] = count + number;
    }
}
