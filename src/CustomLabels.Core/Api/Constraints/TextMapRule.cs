namespace CustomLabels.Api.Constraints;

/// <summary>What a map of texts may be.</summary>
/// <param name="Length">How many entries.</param>
/// <param name="Key">What each key may be.</param>
/// <param name="Value">What each value may be.</param>
internal sealed record TextMapRule(LengthRule Length, TextRule Key, TextRule Value);
