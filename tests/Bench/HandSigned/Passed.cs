namespace CustomLabels.Bench.HandSigned;

/// <summary>How many images were answered, and in what time.</summary>
internal sealed record Passed(int Images, double Seconds);
