namespace CustomLabels.Detection;

/// <summary>The picture that was sent in the place of one that is too large.</summary>
/// <param name="Length">Its bytes.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Height">Its height in pixels.</param>
internal sealed record SentPicture(long Length, int Width, int Height)
{
    /// <summary>SHA-256 of its bytes in hexadecimal; null where nobody wanted it. The same module makes the same bytes again on the same system.</summary>
    public string? Sha256 { get; init; }
}
