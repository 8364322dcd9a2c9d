using System;
using CustomLabels.Pictures;

namespace CustomLabels.Loading;

/// <summary>The doors to CustomLabels.Imaging, behind which is SkiaSharp.</summary>
internal static class ImagingLibrary
{
    private static readonly PrivateLibrary Library = new("imaging", "CustomLabels.Imaging");
    private static readonly Lazy<IThumbnails> Small = Library.Door<IThumbnails>("Thumbnails.ThumbnailMaker");

    /// <summary>Makes small pictures of large ones.</summary>
    public static IThumbnails Thumbnails => Small.Value;
}
