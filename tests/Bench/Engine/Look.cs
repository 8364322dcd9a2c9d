namespace CustomLabels.Bench.Engine;

/// <summary>A look at a run under way.</summary>
/// <param name="Images">Results so far.</param>
/// <param name="Seconds">Since its start.</param>
/// <param name="Rss">Resident memory, KB; null where the system doesn't tell.</param>
/// <param name="Hwm">The most there ever was of it, KB.</param>
internal sealed record Look(int Images, double Seconds, long? Rss, long? Hwm);
