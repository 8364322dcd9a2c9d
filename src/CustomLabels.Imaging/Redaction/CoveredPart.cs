using System;
using CustomLabels.Pictures;
using SkiaSharp;

namespace CustomLabels.Imaging.Redaction;

/// <summary>What is drawn over a part of a picture: pixels of it, fewer perhaps than the part has, or black.</summary>
/// <param name="Part">The part, in whole pixels.</param>
/// <param name="Pixels">The pixels; null for black.</param>
/// <param name="Sampling">How they are made as large as the part.</param>
internal sealed record CoveredPart(PictureRectangle Part, SKBitmap? Pixels, SKSamplingOptions Sampling) : IDisposable
{
    /// <summary>A part as it is.</summary>
    public static CoveredPart Copy(SKBitmap picture, PictureRectangle part)
    {
        using var own = new SKBitmap();
        picture.ExtractSubset(own, new SKRectI((int)part.Left, (int)part.Top, (int)part.Right, (int)part.Bottom));
        return new CoveredPart(part, own.Copy(), SKSamplingOptions.Default);
    }

    /// <summary>Draws it, in place of what is there.</summary>
    public void Draw(SKCanvas canvas)
    {
        var area = SKRect.Create(Part.Left, Part.Top, Part.Width, Part.Height);
        using var paint = new SKPaint { BlendMode = SKBlendMode.Src, Color = SKColors.Black };
        if (Pixels is null) canvas.DrawRect(area, paint);
        else canvas.DrawBitmap(Pixels, new SKRect(0, 0, Pixels.Width, Pixels.Height), area, Sampling, paint);
    }

    /// <inheritdoc/>
    public void Dispose() => Pixels?.Dispose();
}
