using System;

namespace CustomLabels.Local.Metrics;

/// <summary>A point of a metric.</summary>
/// <param name="Time">When its period begins, UTC.</param>
/// <param name="Value">The average over the period.</param>
internal sealed record MetricPoint(DateTime Time, double Value);
