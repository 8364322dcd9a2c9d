using System;
using CustomLabels.Api.Transport;
using CustomLabels.Local.Errors;
using CustomLabels.Local.Throughput;
using CustomLabels.Time;

namespace CustomLabels.Local.Operations;

/// <summary>An operation with the account's quota of requests a second.</summary>
internal sealed class ThrottledOperation : IOperation
{
    private readonly IOperation _operation;
    private readonly TokenBucket _quota;
    private readonly IClock _clock;

    /// <summary>Puts the quota before an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="tps">Requests a second.</param>
    /// <param name="burst">For how long unused requests are saved up.</param>
    /// <param name="clock">The time.</param>
    public ThrottledOperation(IOperation operation, double tps, TimeSpan burst, IClock clock)
    {
        _operation = operation;
        _quota = new TokenBucket(tps, burst, clock.Elapsed);
        _clock = clock;
    }

    /// <inheritdoc/>
    public ServiceOperation Api => _operation.Api;

    /// <inheritdoc/>
    public byte[] Answer(ReadOnlySpan<byte> body) => _quota.TryTake(_clock.Elapsed) ? _operation.Answer(body) : throw ModelFaults.SlowDown();
}
