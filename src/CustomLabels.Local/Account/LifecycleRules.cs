using System;
using CustomLabels.Local.Throughput;

namespace CustomLabels.Local.Account;

/// <summary>How long models take to start and stop, and what their units are worth.</summary>
/// <param name="StartDuration">From STARTING to RUNNING.</param>
/// <param name="StopDuration">From STOPPING to STOPPED.</param>
/// <param name="StartVisibilityDelay">How long a start takes to be seen.</param>
/// <param name="AllowStopWhileStarting">Whether a stop is taken in STARTING.</param>
/// <param name="Throughput">What an inference unit is worth.</param>
internal sealed record LifecycleRules(TimeSpan StartDuration, TimeSpan StopDuration, TimeSpan StartVisibilityDelay, bool AllowStopWhileStarting, ThroughputRules Throughput);
