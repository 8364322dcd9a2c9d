using System;

namespace CustomLabels.Usage;

/// <summary>Use within one day, UTC.</summary>
/// <param name="Start">When it began, UTC.</param>
/// <param name="Hours">Hours that the model ran.</param>
/// <param name="UnitHours">The same times the inference units in service.</param>
/// <param name="Period">The period of the metric that it is known from; null where it is known from something else.</param>
internal sealed record UsagePart(DateTime Start, double Hours, double UnitHours, TimeSpan? Period);
