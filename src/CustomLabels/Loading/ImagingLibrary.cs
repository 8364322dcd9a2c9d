using System;
using CustomLabels.Pictures;

namespace CustomLabels.Loading;

/// <summary>The doors to CustomLabels.Imaging, behind which is SkiaSharp.</summary>
internal static class ImagingLibrary
{
    private static readonly PrivateLibrary Library = new("imaging", "CustomLabels.Imaging");
    private static readonly Lazy<IPictureShrinker> Shrinkers = Library.Door<IPictureShrinker>("Fitting.PictureShrinker");
    private static readonly Lazy<IPictureFingerprinter> Fingerprinters = Library.Door<IPictureFingerprinter>("Matching.PictureFingerprinter");

    /// <summary>Makes fingerprints, by which copies of a picture are found.</summary>
    public static IPictureFingerprinter Fingerprinter => Fingerprinters.Value;

    /// <summary>Makes pictures that are too large fit.</summary>
    public static IPictureShrinker Shrinker => Shrinkers.Value;
}
