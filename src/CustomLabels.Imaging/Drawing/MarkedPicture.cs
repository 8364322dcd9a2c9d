using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Imaging.Fonts;
using CustomLabels.Pictures;
using SkiaSharp;

namespace CustomLabels.Imaging.Drawing;

/// <summary>Draws all labels of a picture: first the boxes, what there really is below the answers, and then the tags, of which none covers another.</summary>
internal static class MarkedPicture
{
    /// <summary>Draws them.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="marks">Its labels.</param>
    /// <param name="style">How they look.</param>
    /// <param name="fonts">The fonts.</param>
    /// <returns>How many names found no room, and a name that has a letter without a font.</returns>
    public static (int WithoutRoom, string? WithoutFont) Draw(SKBitmap picture, IReadOnlyList<PictureMark> marks, AnnotationStyle style, FontSet fonts)
    {
        var sizes = DrawingSizes.Of(picture.Width, picture.Height, style.FontSize, style.LineWidth);
        using var canvas = new PictureCanvas(picture, style, sizes);
        using var shaper = new TextShaper(fonts, sizes.FontSize);
        var boxes = marks.Where(mark => mark.HasPlace).Select(mark => (Mark: mark, Box: PictureRectangle.Of(mark.Box!, picture.Width, picture.Height))).ToArray();
        foreach (var (mark, box) in boxes.OrderByDescending(item => item.Mark.IsTruth)) canvas.DrawBox(mark, box);

        var placement = new TagPlacement(picture.Width, picture.Height);
        var (withoutRoom, withoutFont) = (0, (string?)null);
        // Labels of the whole picture begin in its corner, and the others make room for them.
        var corner = new PictureRectangle(0, 0, picture.Width, 0);
        var line = (sizes.LineWidth / 2) + sizes.Casing;
        foreach (var (mark, box) in marks.Where(mark => mark.Box is null).Select(mark => (mark, corner)).Concat(boxes.Select(item => (item.Mark, Outer(item.Box, line)))))
        {
            using var tag = PictureTag.Of(mark, shaper, sizes, picture.Width);
            if (!tag.Text.IsComplete) withoutFont ??= mark.DrawnName;
            if (placement.Place(box, tag.Width, tag.Height) is { } place) canvas.DrawTag(mark, tag, place);
            else withoutRoom++;
        }

        return (withoutRoom, withoutFont);
    }

    private static PictureRectangle Outer(PictureRectangle box, float line) => new(box.Left - line, box.Top - line, box.Right + line, box.Bottom + line);
}
