using System;
using CustomLabels.Pictures;
using SkiaSharp;

namespace CustomLabels.Imaging.Redaction;

/// <summary>Makes of a part of a picture what is not recognised.</summary>
internal static class Obscured
{
    // As many squares of a pixelated part, and as many lengths of a blur, are its shorter side: by its own size, so that a large part is hidden as well as a small one.
    private const float Squares = 4;

    // A blur of so many pixels looks as one of all of them does, and takes no time.
    private const float BlurredPixels = 6 * Squares;

    /// <summary>What hides a part.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="part">The part, in whole pixels.</param>
    /// <param name="method">How. <see cref="RedactionMethod.Fill"/> takes nothing of the picture.</param>
    public static CoveredPart Of(SKBitmap picture, PictureRectangle part, RedactionMethod method) => method switch
    {
        RedactionMethod.Pixelate => new(part, Shrink(picture, part, Squares), SKSamplingOptions.Default),
        RedactionMethod.Blur => new(part, Blur(picture, part), new SKSamplingOptions(SKFilterMode.Linear)),
        _ => new(part, Pixels: null, SKSamplingOptions.Default),
    };

    // Of the part alone: what is beside it is not to bleed in, and its own pixels not out.
    private static SKBitmap Blur(SKBitmap picture, PictureRectangle area)
    {
        using var part = Shrink(picture, area, BlurredPixels);
        var blurred = new SKBitmap(part.Info);
        using var canvas = new SKCanvas(blurred);
        var length = Math.Max(0.5F, Math.Min(part.Width, part.Height) / Squares);
        using var filter = SKImageFilter.CreateBlur(length, length, SKShaderTileMode.Clamp, null, new SKRect(0, 0, part.Width, part.Height));
        using var paint = new SKPaint { ImageFilter = filter, BlendMode = SKBlendMode.Src };
        canvas.DrawBitmap(part, 0, 0, SKSamplingOptions.Default, paint);
        return blurred;
    }

    /// <summary>The part with few pixels, each the mean of those that it stands for.</summary>
    private static SKBitmap Shrink(SKBitmap picture, PictureRectangle area, float most)
    {
        var square = Math.Max(1, Math.Min(area.Width, area.Height) / most);
        var size = new SKSizeI(Math.Max(1, (int)Math.Round(area.Width / square)), Math.Max(1, (int)Math.Round(area.Height / square)));
        using var part = new SKBitmap();
        // The picture's own pixels: nothing is copied.
        picture.ExtractSubset(part, new SKRectI((int)area.Left, (int)area.Top, (int)area.Right, (int)area.Bottom));
        return part.Resize(size, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
    }
}
