using System;

namespace CustomLabels.Local.Throughput;

/// <summary>What inference units are worth.</summary>
/// <param name="TpsPerUnit">Requests a second that one unit answers; null for no limit.</param>
/// <param name="Burst">For how long unused throughput is saved up.</param>
/// <param name="ScalingDelay">How long a model's load is watched before its units follow.</param>
internal sealed record ThroughputRules(double? TpsPerUnit, TimeSpan Burst, TimeSpan ScalingDelay);
