using System;
using System.Linq;
using SkiaSharp;

namespace CustomLabels.Bench.Pictures;

/// <summary>What a camera above a line sees: a belt that stays where it is, and a panel with screws and a scratch that moves on; with the sensor's noise, another in each frame, and light that flickers.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
internal sealed record Frame(int Width, int Height)
{
    private static readonly double[] Noise = MakeNoise();

    /// <summary>Draws one.</summary>
    /// <param name="number">Which, from 0.</param>
    /// <param name="step">How many pixels the panel moves from frame to frame.</param>
    public SKBitmap Draw(int number, double step)
    {
        var random = new Random(number);
        var frame = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        using (var canvas = new SKCanvas(frame))
        {
            canvas.Clear(new SKColor(70, 74, 80));
            using var paint = new SKPaint { IsAntialias = true };
            for (var x = 0; x < Width; x += 90)
            {
                paint.Color = new SKColor(60, 63, 68);
                canvas.DrawRect(x, 0, 30, Height, paint);
            }

            DrawPanel(canvas, paint, (float)((Width * 0.05) + (number * step)));
        }

        AddNoise(frame, random, light: 1 + ((random.NextDouble() - 0.5) * 0.01));
        return frame;
    }

    private void DrawPanel(SKCanvas canvas, SKPaint paint, float left)
    {
        var (top, width, height) = (Height * 0.2f, Width * 0.5f, Height * 0.6f);
        paint.Color = new SKColor(176, 181, 186);
        canvas.DrawRoundRect(left, top, width, height, 20, 20, paint);
        paint.Color = new SKColor(96, 100, 104);
        for (var i = 0; i < 6; i++) canvas.DrawCircle(left + (width * (0.1f + (0.16f * i))), top + (height * (i % 2 == 0 ? 0.1f : 0.9f)), Width * 0.008f, paint);
        paint.Color = new SKColor(130, 90, 70);
        paint.StrokeWidth = Width * 0.003f;
        canvas.DrawLine(left + (width * 0.3f), top + (height * 0.3f), left + (width * 0.55f), top + (height * 0.45f), paint);
    }

    private static void AddNoise(SKBitmap frame, Random random, double light)
    {
        var pixels = frame.GetPixelSpan();
        for (int i = 0, at = random.Next(Noise.Length); i < pixels.Length; i += 4)
        {
            // Each frame begins elsewhere among the numbers.
            for (var channel = 0; channel < 3; channel++, at = (at + 1) % Noise.Length) pixels[i + channel] = (byte)Math.Clamp((pixels[i + channel] * light) + Noise[at], 0, 255);
        }
    }

    // The sum of three evenly distributed numbers is near enough to a bell: of four levels.
    private static double[] MakeNoise()
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, 1_000_003).Select(_ => (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 8)];
    }
}
