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
        if (isInverted)
        {
            HideRest(bitmap, boxes.Select(box => PictureRectangle.Within(box, bitmap.Width, bitmap.Height)), method);
            return;
        }

        var blocks = picture.Header.Format == ImageFormat.Jpeg ? BlocksOf(path, picture.Header.ExifOrientation) : (JpegBlocks?)null;
        using var canvas = new SKCanvas(bitmap);
        // All of them are read before one is hidden: two boxes that overlap would else be blurred in one another.
        using var original = method == RedactionMethod.Fill ? null : bitmap.Copy();
        foreach (var box in boxes)
        {
            var around = PictureRectangle.Around(box, bitmap.Width, bitmap.Height);
            Obscured.Draw(canvas, original, blocks?.Around(around, bitmap.Width, bitmap.Height) ?? around, method);
        }
    }

    private static void HideRest(SKBitmap bitmap, IEnumerable<PictureRectangle> shown, RedactionMethod method)
    {
        using var original = bitmap.Copy();
        using var canvas = new SKCanvas(bitmap);
        Obscured.Draw(canvas, original, new PictureRectangle(0, 0, bitmap.Width, bitmap.Height), method);
        foreach (var part in shown)
        {
            var area = SKRect.Create(part.Left, part.Top, part.Width, part.Height);
            using var paint = new SKPaint { BlendMode = SKBlendMode.Src };
            canvas.DrawBitmap(original, area, area, SKSamplingOptions.Default, paint);
        }
    }

    private static JpegBlocks BlocksOf(string path, int? orientation)
    {
        using var content = new FileImage(path).OpenHead();
        return JpegBlocks.Of(content, orientation);
    }
}
