using CustomLabels.Arns;

namespace CustomLabels.Cli.Input;

/// <summary>What an input file for <c>aws rekognition detect-custom-labels</c> asks. Each member is null where it isn't given.</summary>
internal sealed record CliRequest
{
    /// <summary>An input that asks nothing.</summary>
    public static readonly CliRequest Empty = new();

    /// <summary>The model version, unchecked: a parameter may take its place.</summary>
    public string? ProjectVersionArn { get; init; }

    /// <summary>0 to 100.</summary>
    public double? MinConfidence { get; init; }

    /// <summary>0 and up.</summary>
    public int? MaxResults { get; init; }

    /// <summary>The image, unchecked: another may take its place.</summary>
    public CliImage? Image { get; init; }
}
