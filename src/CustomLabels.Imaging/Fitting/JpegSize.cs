using System;

namespace CustomLabels.Imaging.Fitting;

/// <summary>How the bytes of a JPEG go with its quality.</summary>
internal static class JpegSize
{
    // Bytes go as the steps of the quantization to the power of minus two thirds, about: of photographs between 0.6 and 0.7.
    private const double Power = 0.65;

    /// <summary>The quality at which a picture has so many bytes; 0 where that is below 50.</summary>
    /// <param name="quality">A quality, 50 to 100.</param>
    /// <param name="length">The bytes that it has at that.</param>
    /// <param name="wanted">The bytes that it is to have.</param>
    public static int QualityFor(int quality, double length, double wanted)
    {
        var steps = Steps(quality) * Math.Pow(length / wanted, 1 / Power);
        return steps > Steps(50) ? 0 : (int)Math.Floor(100 - (steps / 2));
    }

    // libjpeg's jpeg_quality_scaling, in percent of the standard's example tables.
    private static double Steps(int quality) => 200 - (2 * quality);
}
