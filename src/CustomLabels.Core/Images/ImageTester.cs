namespace CustomLabels.Images;

/// <summary>Compares an image with every documented limit and refuses nothing: what <c>Test-RKImage</c> does.</summary>
internal static class ImageTester
{
    /// <summary>Tests an image.</summary>
    /// <param name="image">The image.</param>
    /// <exception cref="CustomLabelsException">It can't be read at all (<see cref="ErrorId.ImageNotFound"/>, <see cref="ErrorId.ImageIsFolder"/>,
    /// <see cref="ErrorId.ImageUnreadable"/>). Content is never a reason.</exception>
    public static ImageTestResult Test(LocalImage image)
    {
        var (header, instead) = ImageInspector.Look(image);
        var length = KnownLength(image);
        var (width, height) = header.DisplayedSize(applyOrientation: true);
        return new ImageTestResult
        {
            Image = image.Name,
            LiteralPath = image.LiteralPath,
            Format = header.Format,
            Length = length,
            Width = width,
            Height = height,
            ExifOrientation = header.ExifOrientation,
            CanShrink = Oversize.CanShrink(header, length),
            Limits = ImageLimits.Check(header, length, instead ?? "no content"),
        };
    }

    private static long? KnownLength(LocalImage image)
    {
        try
        {
            return image.Length;
        }
        catch (CustomLabelsException e) when (e.Error.Id == ErrorId.ImageTooLarge)
        {
            return null;
        }
    }
}
