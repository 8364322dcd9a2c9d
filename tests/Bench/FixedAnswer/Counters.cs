namespace CustomLabels.Bench.FixedAnswer;

/// <summary>What a listener has done since its counters were last taken.</summary>
/// <param name="Requests">Requests whose head came.</param>
/// <param name="MostInFlight">The most requests between their head and their answer at one time.</param>
internal sealed record Counters(long Requests, int MostInFlight);
