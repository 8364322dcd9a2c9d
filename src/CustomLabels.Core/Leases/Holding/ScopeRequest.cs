using System;

namespace CustomLabels.Leases.Holding;

/// <summary>How a scope wants its model.</summary>
/// <param name="MinInferenceUnits">Least inference units; 1 and up.</param>
/// <param name="MaxInferenceUnits">Most inference units; null for no scaling.</param>
/// <param name="StartTimeout">The longest wait for RUNNING.</param>
/// <param name="StopAfter">The longest that the model may run for it.</param>
internal sealed record ScopeRequest(int MinInferenceUnits, int? MaxInferenceUnits, TimeSpan StartTimeout, TimeSpan StopAfter);
