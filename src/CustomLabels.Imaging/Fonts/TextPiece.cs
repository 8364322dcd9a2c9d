using System.Collections.Generic;
using SkiaSharp;

namespace CustomLabels.Imaging.Fonts;

/// <summary>Shaped letters of one font.</summary>
/// <param name="Font">The font.</param>
/// <param name="Glyphs">Its glyphs, from left to right.</param>
/// <param name="Places">Where each of them is, from the text's start and its baseline.</param>
internal sealed record TextPiece(SKFont Font, ushort[] Glyphs, IReadOnlyList<SKPoint> Places);
