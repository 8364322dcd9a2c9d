using System;
using CustomLabels.Pictures;
using SkiaSharp;

namespace CustomLabels.Imaging.Drawing;

/// <summary>Draws boxes and tags on a picture.</summary>
/// <param name="picture">The picture.</param>
/// <param name="style">How they look.</param>
/// <param name="sizes">How large they are.</param>
internal sealed class PictureCanvas(SKBitmap picture, AnnotationStyle style, DrawingSizes sizes) : IDisposable
{
    // Of the line's width: how long a dash of ground truth is, and the gap after it.
    private const float Dash = 4;
    private const float Gap = 2.5F;

    private readonly SKCanvas _canvas = new(picture);

    /// <summary>Draws the box of a label: its line is in the middle of the box's edge, within a white one, within a black one. One of the three differs from any ground.</summary>
    public void DrawBox(PictureMark mark, PictureRectangle box)
    {
        var color = style.Colors[mark.Name];
        var outline = Inset(box);
        using var dark = Stroke(PictureColor.Black, sizes.LineWidth + (2 * sizes.Casing));
        using var light = Stroke(PictureColor.White, sizes.LineWidth + sizes.Casing);
        using var line = Stroke(color, sizes.LineWidth);
        using var dashes = mark.IsTruth ? SKPathEffect.CreateDash([Dash * sizes.LineWidth, Gap * sizes.LineWidth], 0) : null;
        line.PathEffect = dashes;
        _canvas.DrawRect(outline, dark);
        _canvas.DrawRect(outline, light);
        _canvas.DrawRect(outline, line);
    }

    /// <summary>Draws a tag: filled for an answer of a model, and with its colour as a frame for what there really is.</summary>
    public void DrawTag(PictureMark mark, PictureTag tag, PictureRectangle place)
    {
        var color = style.Colors[mark.Name];
        var ground = mark.IsTruth ? color.Contrast : color;
        var area = new SKRect(place.Left, place.Top, place.Right, place.Bottom);
        using var fill = new SKPaint { Color = Paint(ground), IsAntialias = true };
        _canvas.DrawRect(area, fill);
        if (mark.IsTruth)
        {
            using var frame = Stroke(color, sizes.LineWidth);
            area.Inflate(-sizes.LineWidth / 2, -sizes.LineWidth / 2);
            _canvas.DrawRect(area, frame);
        }

        using var letters = new SKPaint { Color = Paint(ground.Contrast), IsAntialias = true };
        _canvas.Save();
        _canvas.ClipRect(new SKRect(place.Left, place.Top, place.Right, place.Bottom));
        tag.Text.Draw(_canvas, place.Left + sizes.Padding, place.Top + (PictureTag.Baseline * place.Height), letters);
        _canvas.Restore();
    }

    /// <inheritdoc/>
    public void Dispose() => _canvas.Dispose();

    private static SKColor Paint(PictureColor color) => new(color.Red, color.Green, color.Blue);

    private static SKPaint Stroke(PictureColor color, float width) => new() { Color = Paint(color), Style = SKPaintStyle.Stroke, StrokeWidth = width, IsAntialias = true };

    // At the picture's edge half of the line would be lost.
    private SKRect Inset(PictureRectangle box)
    {
        var half = (sizes.LineWidth / 2) + sizes.Casing;
        var (left, top) = (Math.Max(box.Left, half), Math.Max(box.Top, half));
        return new SKRect(left, top, Math.Max(left + 1, Math.Min(box.Right, picture.Width - half)), Math.Max(top + 1, Math.Min(box.Bottom, picture.Height - half)));
    }
}
