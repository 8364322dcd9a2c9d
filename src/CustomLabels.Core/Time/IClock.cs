using System;
using System.Threading;
using System.Threading.Tasks;

namespace CustomLabels.Time;

/// <summary>The time a run goes by, so that tests can drive it. (.NET Framework has no TimeProvider.)</summary>
internal interface IClock
{
    /// <summary>The wall clock, UTC.</summary>
    DateTime UtcNow { get; }

    /// <summary>Time since some start, never set back.</summary>
    TimeSpan Elapsed { get; }

    /// <summary>Waits.</summary>
    /// <param name="delay">How long.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken);
}
