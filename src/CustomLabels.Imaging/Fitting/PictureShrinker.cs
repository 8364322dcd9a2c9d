using System;
using System.IO;
using System.Threading;
using CustomLabels.Images;
using CustomLabels.Imaging.Decoding;
using CustomLabels.Imaging.Encoding;
using CustomLabels.Pictures;
using SkiaSharp;

namespace CustomLabels.Imaging.Fitting;

/// <summary>Makes pictures fit: scaled to the pixels that are allowed, then by quality, then by scaling further.</summary>
internal sealed class PictureShrinker : IPictureShrinker
{
    private const int MostEncodes = 3;

    /// <inheritdoc/>
    public ShrunkPicture Shrink(LocalImage image, CancellationToken cancellationToken)
    {
        using var picture = PictureDecoder.Decode(image, Oversize.MaxPixels);
        var name = image.LiteralPath ?? image.Name;
        if (picture.IsIncomplete) throw new CustomLabelsException(ImageErrors.Incomplete(name));
        cancellationToken.ThrowIfCancellationRequested();
        var plan = FitPlan.Of(picture.Bitmap, picture.Header.Format);
        for (var count = 1; ; count++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var shrunk = Encode(picture.Bitmap, plan, count);
            if (shrunk.Bytes.Length <= Oversize.MaxBytes) return shrunk;
            if (count == MostEncodes) throw new CustomLabelsException(ImageErrors.NotFitting(name, shrunk.Bytes.Length));
            plan = plan.After(shrunk.Bytes.Length, isLast: count == MostEncodes - 1);
        }
    }

    private static ShrunkPicture Encode(SKBitmap decoded, FitPlan plan, int count)
    {
        using var scaled = plan.Scale < 1 ? Scaled(decoded, plan.Scale) : null;
        var picture = scaled ?? decoded;
        using var file = new MemoryStream(Oversize.MaxBytes);
        PictureEncoder.Encode(picture, plan.Format, plan.Quality, file);
        return new ShrunkPicture(file.ToArray(), plan.Format, picture.Width, picture.Height, plan.Format == ImageFormat.Jpeg ? plan.Quality : null, count);
    }

    private static SKBitmap Scaled(SKBitmap decoded, double scale)
    {
        int Side(int side) => Math.Max(1, (int)Math.Round(side * scale));
        // Mitchell looks at the sixteen nearest pixels alone: below a half it would leave some out.
        var sampling = scale < 0.5 ? new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear) : new SKSamplingOptions(SKCubicResampler.Mitchell);
        return decoded.Resize(new SKSizeI(Side(decoded.Width), Side(decoded.Height)), sampling);
    }
}
