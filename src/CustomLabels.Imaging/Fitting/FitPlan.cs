using System;
using System.Runtime.InteropServices;
using CustomLabels.Images;
using CustomLabels.Imaging.Encoding;
using SkiaSharp;

namespace CustomLabels.Imaging.Fitting;

/// <summary>How a picture is to be encoded, so that it has few enough bytes.</summary>
/// <param name="Format">As what.</param>
/// <param name="Quality">Of a JPEG.</param>
/// <param name="Scale">How much smaller than it is, up to 1.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FitPlan(ImageFormat Format, int Quality, double Scale)
{
    // Above it a JPEG grows much and shows nothing more; below it what is made smaller shows more than what is made coarser.
    private const int BestQuality = 95;
    private const int LeastQuality = 75;

    // Of a picture that is also scaled.
    private const int ScaledQuality = 80;

    // A sample's size is another than its picture's by some percent.
    private const double SampleMargin = 0.98;
    private const double Margin = 0.97;

    // What is made smaller has more to show in each pixel.
    private const double ScaledMargin = 0.9;
    private const double LastMargin = 0.75;

    /// <summary>The first plan.</summary>
    /// <remarks>
    /// A PNG stays one where that fits without loss, and where it is transparent somewhere, which no JPEG can be; it is scaled until it fits then. Any other becomes a JPEG: photographs, which scaled
    /// to fit as PNG would lose most of their pixels.
    /// </remarks>
    /// <param name="picture">The picture, no larger than is allowed in pixels.</param>
    /// <param name="format">What it was before.</param>
    public static FitPlan Of(SKBitmap picture, ImageFormat format)
    {
        using var sample = PictureSample.Of(picture);
        if (format == ImageFormat.Png)
        {
            var length = sample.Estimate(ImageFormat.Png, BestQuality);
            if (length <= Oversize.MaxBytes * SampleMargin) return new FitPlan(ImageFormat.Png, BestQuality, 1);
            if (Transparency.IsIn(picture)) return new FitPlan(ImageFormat.Png, BestQuality, Scaled(length, ScaledMargin));
        }

        return OfJpeg(sample);
    }

    /// <summary>The next plan, after one whose picture had too many bytes.</summary>
    /// <param name="length">The bytes.</param>
    /// <param name="isLast">Whether there is no other after it.</param>
    public FitPlan After(long length, bool isLast)
    {
        var coarser = isLast || Format == ImageFormat.Png ? 0 : JpegSize.QualityFor(Quality, length, Oversize.MaxBytes * Margin);
        return coarser >= LeastQuality ? this with { Quality = coarser } : this with { Quality = Math.Min(Quality, ScaledQuality), Scale = Scale * Scaled(length, isLast ? LastMargin : ScaledMargin) };
    }

    private static FitPlan OfJpeg(PictureSample sample)
    {
        const double Most = Oversize.MaxBytes * SampleMargin;
        var length = sample.Estimate(ImageFormat.Jpeg, BestQuality);
        if (length <= Most) return new FitPlan(ImageFormat.Jpeg, BestQuality, 1);
        // From nearer by: how size goes with quality is another thing for each picture.
        var near = Math.Max(LeastQuality, JpegSize.QualityFor(BestQuality, length, Most));
        var nearLength = sample.Estimate(ImageFormat.Jpeg, near);
        var quality = Math.Min(BestQuality, JpegSize.QualityFor(near, nearLength, Most));
        if (quality >= LeastQuality) return new FitPlan(ImageFormat.Jpeg, quality, 1);
        return new FitPlan(ImageFormat.Jpeg, ScaledQuality, Scaled(sample.Estimate(ImageFormat.Jpeg, ScaledQuality), ScaledMargin));
    }

    private static double Scaled(double length, double margin) => Math.Min(1, Math.Sqrt(Oversize.MaxBytes * margin / length));
}
