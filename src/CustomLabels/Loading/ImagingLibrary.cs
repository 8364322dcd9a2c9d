using System;
#if NETFRAMEWORK
using System.Text;
#endif
using CustomLabels.Pictures;

namespace CustomLabels.Loading;

/// <summary>The doors to CustomLabels.Imaging, behind which is SkiaSharp.</summary>
internal static class ImagingLibrary
{
    private static readonly PrivateLibrary Library = new("imaging", "CustomLabels.Imaging", Check);
    private static readonly Lazy<IPictureShrinker> Shrinkers = Library.Door<IPictureShrinker>("Fitting.PictureShrinker");
    private static readonly Lazy<IPictureFingerprinter> Fingerprinters = Library.Door<IPictureFingerprinter>("Matching.PictureFingerprinter");
    private static readonly Lazy<IPictureDrawer> Drawers = Library.Door<IPictureDrawer>("Drawing.PictureDrawer");
    private static readonly Lazy<IThumbnails> Small = Library.Door<IThumbnails>("Thumbnails.ThumbnailMaker");

    /// <summary>Draws, cuts and redacts pictures.</summary>
    public static IPictureDrawer PictureDrawer => Drawers.Value;

    /// <summary>Makes fingerprints, by which copies of a picture are found.</summary>
    public static IPictureFingerprinter Fingerprinter => Fingerprinters.Value;

    /// <summary>Makes pictures that are too large fit.</summary>
    public static IPictureShrinker Shrinker => Shrinkers.Value;

    /// <summary>Makes small pictures of large ones.</summary>
    public static IThumbnails Thumbnails => Small.Value;

    /// <summary>Looks whether this process can use the library. To touch it without its native files is an error that .NET keeps until the process ends.</summary>
    /// <param name="folder">The library's folder.</param>
    /// <exception cref="CustomLabelsException">It can't: <see cref="ErrorId.ImagingUnavailable"/>.</exception>
    internal static void Check(string folder)
    {
        if (!Array.TrueForAll(["libSkiaSharp", "libHarfBuzzSharp"], name => NativeFile.Find(folder, name) is not null))
            throw new CustomLabelsException(ImagingErrors.Unavailable(NativeFile.ThisIdentifier, NativeFile.Identifiers(folder)));
#if NETFRAMEWORK
        // SkiaSharp names its files to Windows in the system's code page there, and would find nothing.
        if (Encoding.Default.GetString(Encoding.Default.GetBytes(folder)) != folder) throw new CustomLabelsException(ImagingErrors.PathUnusable(folder));
#endif
    }
}
