using System;

namespace CustomLabels.Local.Throughput;

/// <summary>A time in which the inference units in service didn't change.</summary>
/// <param name="From">Its beginning, by the clock's count.</param>
/// <param name="To">Its end.</param>
/// <param name="Units">The units, 1 and up.</param>
internal sealed record UnitSpan(TimeSpan From, TimeSpan To, int Units);
