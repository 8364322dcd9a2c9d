namespace CustomLabels.Loading;

/// <summary>The doors to CustomLabels.Imaging, behind which is SkiaSharp.</summary>
internal static class ImagingLibrary
{
    private static readonly PrivateLibrary Library = new("imaging", "CustomLabels.Imaging");
}
