using System;
using CustomLabels.Pictures;
using SkiaSharp;

namespace CustomLabels.Imaging.Redaction;

/// <summary>Draws a part of a picture so that it isn't recognised.</summary>
internal static class Obscured
{
    // As many squares of a pixelated part, and as many lengths of a blur, are its shorter side: by its own size, so that a large part is hidden as well as a small one.
    private const float Squares = 4;

    /// <summary>Draws it over the part.</summary>
    /// <param name="canvas">On what.</param>
    /// <param name="original">The picture as it was; null for <see cref="RedactionMethod.Fill"/>, which takes nothing of it.</param>
    /// <param name="part">The part, in whole pixels.</param>
    /// <param name="method">How.</param>
    public static void Draw(SKCanvas canvas, SKBitmap? original, PictureRectangle part, RedactionMethod method)
    {
        if (part.Width < 1 || part.Height < 1) return;
        var area = SKRect.Create(part.Left, part.Top, part.Width, part.Height);
        using var paint = new SKPaint { BlendMode = SKBlendMode.Src, Color = SKColors.Black };
        if (original is null || method == RedactionMethod.Fill) canvas.DrawRect(area, paint);
        else if (method == RedactionMethod.Blur) Blur(canvas, original, area, paint);
        else Pixelate(canvas, original, area, paint);
    }

    private static void Pixelate(SKCanvas canvas, SKBitmap original, SKRect area, SKPaint paint)
    {
        using var few = Shrink(original, area, Squares);
        canvas.DrawBitmap(few, new SKRect(0, 0, few.Width, few.Height), area, SKSamplingOptions.Default, paint);
    }

    private static void Blur(SKCanvas canvas, SKBitmap original, SKRect area, SKPaint paint)
    {
        // Of the part alone: what is beside it is not to bleed in, and its own pixels not out.
        using var part = Shrink(original, area, 6 * Squares);
        using var blurred = new SKBitmap(part.Info);
        using (var inner = new SKCanvas(blurred))
        {
            var length = Math.Max(0.5F, Math.Min(part.Width, part.Height) / Squares);
            using var filter = SKImageFilter.CreateBlur(length, length, SKShaderTileMode.Clamp, null, new SKRect(0, 0, part.Width, part.Height));
            using var blur = new SKPaint { ImageFilter = filter, BlendMode = SKBlendMode.Src };
            inner.DrawBitmap(part, 0, 0, SKSamplingOptions.Default, blur);
        }

        using var image = SKImage.FromBitmap(blurred);
        canvas.DrawImage(image, new SKRect(0, 0, part.Width, part.Height), area, new SKSamplingOptions(SKFilterMode.Linear), paint);
    }

    /// <summary>The part with few pixels, each the mean of those that it stands for.</summary>
    private static SKBitmap Shrink(SKBitmap original, SKRect area, float most)
    {
        var square = Math.Max(1, Math.Min(area.Width, area.Height) / most);
        using var part = new SKBitmap(original.Info.WithSize((int)area.Width, (int)area.Height));
        using (var canvas = new SKCanvas(part)) canvas.DrawBitmap(original, -area.Left, -area.Top, SKSamplingOptions.Default);
        var size = new SKSizeI(Math.Max(1, (int)Math.Round(area.Width / square)), Math.Max(1, (int)Math.Round(area.Height / square)));
        return part.Resize(size, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
    }
}
