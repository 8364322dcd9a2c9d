namespace CustomLabels.Detection;

/// <summary>What is known of an image that was refused, to say why and what to do.</summary>
/// <param name="Name">Its name, safe to print.</param>
internal sealed record RefusedImage(string Name)
{
    /// <summary>The documented limits it is outside of; null when none is known.</summary>
    public string? Explanation { get; init; }

    /// <summary>How it can be made to fit.</summary>
    public string Smaller { get; init; } = "";

    /// <summary>Its bytes, where they were sent; null for S3.</summary>
    public long? Length { get; init; }

    /// <summary>Its key in S3; null for other images.</summary>
    public string? Key { get; init; }
}
