namespace CustomLabels.HostilePictures;

/// <summary>What became of a file.</summary>
/// <param name="Name">For people, and to be counted.</param>
/// <param name="IsFinding">Whether that must not be.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="PeakBytes">The most memory that the child ever had until then, in RAM.</param>
internal sealed record Outcome(string Name, bool IsFinding, long Milliseconds, long PeakBytes);
