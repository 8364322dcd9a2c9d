using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace CustomLabels.Time;

/// <summary>The machine's own time.</summary>
internal sealed class SystemClock : IClock
{
    private readonly Stopwatch _stopwatch = Stopwatch.StartNew();

    /// <inheritdoc/>
    public DateTime UtcNow => DateTime.UtcNow;

    /// <inheritdoc/>
    public TimeSpan Elapsed => _stopwatch.Elapsed;

    /// <inheritdoc/>
    public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) => Task.Delay(delay, cancellationToken);
}
