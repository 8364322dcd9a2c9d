using System;
using System.Globalization;
using System.Linq;

namespace CustomLabels.Pictures;

/// <summary>A label as it is drawn on a picture.</summary>
/// <param name="Name">The label.</param>
/// <param name="Confidence">0 to 100; null where nothing is said of it.</param>
/// <param name="Box">Where it is, as ratios of the displayed picture; null for a label of the whole picture.</param>
/// <param name="IsTruth">Whether it is what there really is, and no answer of a model.</param>
internal sealed record PictureMark(string Name, double? Confidence, BoundingBox? Box, bool IsTruth)
{
    // A longer one is cut by the picture's width anyway.
    private const int MostCharacters = 200;

    /// <summary>What stands before the name; empty for an answer of a model. Two letters, because colours alone don't tell everybody.</summary>
    public string Prefix => IsTruth ? "GT " : "";

    /// <summary>The name without what has no shape of its own. Joiners stay: Indic and Arabic letters, and emoji, are shaped by them.</summary>
    public string DrawnName => string.Concat(VisibleText.Cut(Name, MostCharacters).Select(letter => IsDrawn(letter) ? letter : ' ')).Trim() is { Length: > 0 } drawn ? drawn : "?";

    /// <summary>What stands after the name.</summary>
    public string Suffix => Confidence is { } confidence ? string.Format(CultureInfo.InvariantCulture, " {0:0.0}", confidence) : "";

    /// <summary>Whether there is a place in the picture that can be framed, cut out or hidden.</summary>
    public bool HasPlace => Box is { } box && IsFinite(box) && box.Left < 1 && box.Top < 1 && box.Left + box.Width > 0 && box.Top + box.Height > 0 && box.Width > 0 && box.Height > 0;

    private static bool IsFinite(BoundingBox box) => new[] { box.Left, box.Top, box.Width, box.Height }.All(number => !double.IsNaN(number) && !double.IsInfinity(number));

    private static bool IsDrawn(char letter) => letter is '\u200C' or '\u200D' || (CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));
}
