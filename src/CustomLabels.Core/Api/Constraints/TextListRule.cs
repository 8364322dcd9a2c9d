namespace CustomLabels.Api.Constraints;

/// <summary>What a list of texts may be.</summary>
/// <param name="Length">How many.</param>
/// <param name="Each">What each of them may be.</param>
internal sealed record TextListRule(LengthRule Length, TextRule Each);
