using System;

namespace CustomLabels.Models.Scopes;

/// <summary>How a scope wants its model.</summary>
/// <param name="MinInferenceUnits">Least inference units; 1 and up.</param>
/// <param name="MaxInferenceUnits">Most inference units; null for no scaling.</param>
/// <param name="StartTimeout">The longest wait for RUNNING.</param>
/// <param name="StopAfter">After how long the model may be stopped by others who can't see whether this process lives.</param>
internal sealed record ScopeRequest(int MinInferenceUnits, int? MaxInferenceUnits, TimeSpan StartTimeout, TimeSpan StopAfter);
