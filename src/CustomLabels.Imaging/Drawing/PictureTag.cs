using System;
using System.Globalization;
using System.Linq;
using CustomLabels.Imaging.Fonts;
using CustomLabels.Pictures;

namespace CustomLabels.Imaging.Drawing;

/// <summary>The tag with a label's name: its letters, and how much room it takes.</summary>
/// <param name="Text">The letters.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Height">Its height in pixels.</param>
internal sealed record PictureTag(ShapedText Text, float Width, float Height) : IDisposable
{
    // Of the font size: from the highest letter's top to the lowest one's foot, Arabic and Indic ones too.
    private const float Line = 1.25F;

    /// <summary>Where the baseline is below the top edge, as a part of the height.</summary>
    public const float Baseline = 0.74F;

    private const string Ellipsis = "…";

    /// <summary>The tag of a label; a name that is wider than the picture loses its end.</summary>
    /// <param name="mark">The label.</param>
    /// <param name="shaper">Shapes the letters.</param>
    /// <param name="sizes">How large they are.</param>
    /// <param name="mostWidth">The picture's width.</param>
    public static PictureTag Of(PictureMark mark, TextShaper shaper, DrawingSizes sizes, float mostWidth)
    {
        var room = mostWidth - (2 * sizes.Padding);
        var text = shaper.Shape(mark.Prefix, mark.DrawnName, mark.Suffix);
        if (text.Width > room)
        {
            var starts = StringInfo.ParseCombiningCharacters(mark.DrawnName);
            var (least, most) = (0, starts.Length);
            // As many characters as there is room for: halving, since each try is shaped.
            while (least < most)
            {
                var middle = (least + most) / 2;
                using var tried = Cut(mark, shaper, starts[middle]);
                if (tried.Width <= room) least = middle + 1;
                else most = middle;
            }

            var isComplete = text.IsComplete;
            text.Dispose();
            text = Cut(mark, shaper, starts[Math.Max(0, least - 1)]) with { IsComplete = isComplete };
        }

        return new PictureTag(text, Math.Min(mostWidth, text.Width + (2 * sizes.Padding)), sizes.FontSize * Line);
    }

    /// <inheritdoc/>
    public void Dispose() => Text.Dispose();

    private static ShapedText Cut(PictureMark mark, TextShaper shaper, int length) => shaper.Shape(mark.Prefix, mark.DrawnName.Substring(0, length) + Ellipsis, mark.Suffix);
}
