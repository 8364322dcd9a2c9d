namespace CustomLabels.Bench.HandSigned;

/// <summary>The headers of a request that depend on its body and the time.</summary>
internal sealed record Signed(string Date, string Authorization);
