namespace CustomLabels.Images;

/// <summary>An image that may be sent, and what its header says.</summary>
/// <param name="Image">The image.</param>
/// <param name="Header">Its header.</param>
/// <param name="Length">Its bytes: 1 to <see cref="ImageLimits.MaxBytes"/>.</param>
public sealed record InspectedImage(LocalImage Image, ImageHeader Header, long Length)
{
    /// <inheritdoc cref="ImageHeader.DisplayedSize"/>
    public (int? Width, int? Height) DisplayedSize(bool applyOrientation) => Header.DisplayedSize(applyOrientation);
}
