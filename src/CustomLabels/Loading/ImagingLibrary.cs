using System;
using CustomLabels.Pictures;

namespace CustomLabels.Loading;

/// <summary>The doors to CustomLabels.Imaging, behind which is SkiaSharp.</summary>
internal static class ImagingLibrary
{
    private static readonly PrivateLibrary Library = new("imaging", "CustomLabels.Imaging");
    private static readonly Lazy<IPictureDrawer> Drawers = Library.Door<IPictureDrawer>("Drawing.PictureDrawer");

    /// <summary>Draws, cuts and redacts pictures.</summary>
    public static IPictureDrawer PictureDrawer => Drawers.Value;
}
