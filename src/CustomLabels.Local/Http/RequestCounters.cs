namespace CustomLabels.Local.Http;

/// <summary>Counts requests. Each is received once and ends once, so what has not ended is in flight.</summary>
internal sealed class RequestCounters
{
    private readonly object _gate = new();
    private readonly long[] _ended = new long[3];
    private long _received;

    /// <summary>All counts of one moment.</summary>
    public LocalEndpointCounters Snapshot()
    {
        lock (_gate)
        {
            return new LocalEndpointCounters(
                _received, _ended[(int)RequestOutcome.Answered], _ended[(int)RequestOutcome.Failed], _ended[(int)RequestOutcome.Aborted]);
        }
    }

    /// <summary>A request's first byte came.</summary>
    public void Started()
    {
        lock (_gate) _received++;
    }

    /// <summary>A request ended.</summary>
    public void Ended(RequestOutcome outcome)
    {
        lock (_gate) _ended[(int)outcome]++;
    }

    /// <summary>An answer that was counted could not be sent after all.</summary>
    public void Lost(RequestOutcome counted)
    {
        lock (_gate)
        {
            _ended[(int)counted]--;
            _ended[(int)RequestOutcome.Aborted]++;
        }
    }
}
