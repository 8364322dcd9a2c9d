using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using HarfBuzzSharp;
using SkiaSharp;
using SkiaSharp.HarfBuzz;
using Buffer = HarfBuzzSharp.Buffer;

namespace CustomLabels.Imaging.Fonts;

/// <summary>Shapes text by HarfBuzz: joined Arabic letters, Indic syllables, and text from right to left. One thread at a time.</summary>
/// <param name="fonts">The fonts.</param>
/// <param name="size">Of the letters, in pixels.</param>
internal sealed class TextShaper(FontSet fonts, float size) : IDisposable
{
    private const char TextVariant = '\uFE0E';
    private const char EmojiVariant = '\uFE0F';

    private readonly Dictionary<SKTypeface, SKShaper> _shapers = [];

    /// <summary>Shapes a line.</summary>
    /// <param name="texts">Its parts from left to right; each has a direction of its own.</param>
    public ShapedText Shape(params string[] texts)
    {
        var pieces = new List<TextPiece>();
        var (x, isComplete) = (0F, true);
        foreach (var (text, isRightToLeft) in texts.SelectMany(TextDirections.Of))
        {
            var runs = Runs(text, ref isComplete);
            // What is read first is on the right.
            if (isRightToLeft) runs.Reverse();
            foreach (var (run, typeface) in runs) pieces.Add(Shape(run, typeface, isRightToLeft, ref x));
        }

        return new ShapedText(pieces, x, isComplete);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var shaper in _shapers.Values) shaper.Dispose();
    }

    private TextPiece Shape(string text, SKTypeface typeface, bool isRightToLeft, ref float x)
    {
        var font = new SKFont(typeface, size) { Edging = SKFontEdging.Antialias, Subpixel = true };
        if (!_shapers.TryGetValue(typeface, out var shaper)) _shapers.Add(typeface, shaper = new SKShaper(typeface));
        using var buffer = new Buffer();
        buffer.AddUtf16(text);
        buffer.GuessSegmentProperties();
        buffer.Direction = isRightToLeft ? Direction.RightToLeft : Direction.LeftToRight;
        var shaped = shaper.Shape(buffer, x, 0, font);
        x += shaped.Width;
        return new TextPiece(font, Array.ConvertAll(shaped.Codepoints, static glyph => (ushort)glyph), shaped.Points);
    }

    /// <summary>Cuts a text where its font changes. A letter and the marks on it stay together.</summary>
    private List<(string Text, SKTypeface Font)> Runs(string text, ref bool isComplete)
    {
        var runs = new List<(string Text, SKTypeface Font)>();
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            var font = FontOf(element, runs.Count > 0 ? runs[runs.Count - 1].Font : null, ref isComplete);
            if (runs.Count > 0 && ReferenceEquals(runs[runs.Count - 1].Font, font)) runs[runs.Count - 1] = (runs[runs.Count - 1].Text + element, font);
            else runs.Add((element, font));
        }

        return runs;
    }

    private SKTypeface FontOf(string element, SKTypeface? before, ref bool isComplete)
    {
        var code = char.IsSurrogatePair(element, 0) ? char.ConvertToUtf32(element, 0) : element[0];
        // A lone half of a pair has no shape anywhere.
        if (char.IsSurrogate(element[0]) && element.Length == 1) code = '\uFFFD';
        if (before is not null && code is '\u200C' or '\u200D' or TextVariant or EmojiVariant) return before;
        if (fonts.For(code) is { } font) return font;
        isComplete = false;
        return fonts.Fallback;
    }
}
