using System;
using System.Collections.Generic;
using System.Linq;
using SkiaSharp;

namespace CustomLabels.Imaging.Fonts;

/// <summary>A line of text, shaped: as wide as it is drawn.</summary>
/// <param name="Pieces">Its letters.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="IsComplete">Whether there was a font for each letter; one without is a box.</param>
internal sealed record ShapedText(IReadOnlyList<TextPiece> Pieces, float Width, bool IsComplete) : IDisposable
{
    /// <summary>Draws it.</summary>
    /// <param name="canvas">On what.</param>
    /// <param name="x">Where it starts.</param>
    /// <param name="y">Its baseline.</param>
    /// <param name="paint">With which colour.</param>
    public void Draw(SKCanvas canvas, float x, float y, SKPaint paint)
    {
        foreach (var piece in Pieces.Where(piece => piece.Glyphs.Length > 0))
        {
            using var builder = new SKTextBlobBuilder();
            builder.AddPositionedRun(piece.Glyphs, piece.Font, piece.Places.ToArray());
            using var blob = builder.Build();
            if (blob is not null) canvas.DrawText(blob, x, y, paint);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var piece in Pieces) piece.Font.Dispose();
    }
}
