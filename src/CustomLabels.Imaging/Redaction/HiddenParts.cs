using System.Collections.Generic;
using System.Linq;
using CustomLabels.Images;
using CustomLabels.Imaging.Decoding;
using CustomLabels.Pictures;
using SkiaSharp;

namespace CustomLabels.Imaging.Redaction;

/// <summary>Makes parts of a picture unrecognisable.</summary>
internal static class HiddenParts
{
    /// <summary>Hides boxes, or all but them.</summary>
    /// <param name="picture">The picture, at its full size.</param>
    /// <param name="path">Its file.</param>
    /// <param name="boxes">The boxes.</param>
    /// <param name="method">How.</param>
    /// <param name="isInverted">Whether the boxes stay visible, and the rest is hidden.</param>
    public static void Hide(DecodedPicture picture, string path, IReadOnlyList<BoundingBox> boxes, RedactionMethod method, bool isInverted)
    {
        var bitmap = picture.Bitmap;
        using var canvas = new SKCanvas(bitmap);
        if (isInverted)
        {
            var all = new PictureRectangle(0, 0, bitmap.Width, bitmap.Height);
            var shown = boxes.Select(box => PictureRectangle.Within(box, bitmap.Width, bitmap.Height)).Where(part => part.Width > 0 && part.Height > 0);
            Replace(canvas, [Obscured.Of(bitmap, all, method), .. shown.Select(part => CoveredPart.Copy(bitmap, part))]);
            return;
        }

        var blocks = picture.Header.Format == ImageFormat.Jpeg ? BlocksOf(path, picture.Header.ExifOrientation) : (JpegBlocks?)null;
        Replace(canvas, boxes.Select(box => Hidden(box, blocks)).ToArray());

        CoveredPart Hidden(BoundingBox box, JpegBlocks? blocks)
        {
            var around = PictureRectangle.Around(box, bitmap.Width, bitmap.Height);
            return Obscured.Of(bitmap, blocks?.Around(around, bitmap.Width, bitmap.Height) ?? around, method);
        }
    }

    // All of them are made before one is drawn: two boxes that overlap would else be blurred in one another.
    private static void Replace(SKCanvas canvas, CoveredPart[] parts)
    {
        foreach (var part in parts)
        {
            part.Draw(canvas);
            part.Dispose();
        }
    }

    private static JpegBlocks BlocksOf(string path, int? orientation)
    {
        using var content = new FileImage(path).OpenHead();
        return JpegBlocks.Of(content, orientation);
    }
}
