namespace CustomLabels.Core.Tests.Detection.Limiting;

/// <summary>What becomes of a request.</summary>
internal enum SimulatedAnswer
{
    Success,
    Throttle,
    Error,
    Stall,
}
