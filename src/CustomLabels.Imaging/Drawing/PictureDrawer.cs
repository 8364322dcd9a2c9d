using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CustomLabels.Images;
using CustomLabels.Imaging.Decoding;
using CustomLabels.Imaging.Encoding;
using CustomLabels.Imaging.Fonts;
using CustomLabels.Imaging.Redaction;
using CustomLabels.Pictures;
using CustomLabels.Pictures.Metadata;
using SkiaSharp;

namespace CustomLabels.Imaging.Drawing;

/// <summary>Makes pictures of pictures, by Skia.</summary>
internal sealed class PictureDrawer : IPictureDrawer
{
    // To look for the machine's fonts takes longer than to draw a picture, and they stay open. Without a path of the user's: the empty one.
    private readonly ConcurrentDictionary<string, FontSet> _fonts = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void LoadFonts(string? fontPath) => Fonts(fontPath);

    /// <inheritdoc/>
    public DrawnPicture Annotate(string path, IReadOnlyList<PictureMark> marks, AnnotationStyle style, PictureEncoding encoding)
    {
        using var picture = PictureDecoder.Decode(new FileImage(path), encoding.MaxDimension);
        var (withoutRoom, withoutFont) = MarkedPicture.Draw(picture.Bitmap, marks, style, Fonts(style.FontPath));
        return new DrawnPicture([Encode(picture.Bitmap, path, picture.Header, encoding)], picture.IsIncomplete) { NamesWithoutRoom = withoutRoom, NameWithoutFont = withoutFont };
    }

    /// <inheritdoc/>
    public DrawnPicture Crop(string path, IReadOnlyList<BoundingBox> boxes, double padding, PictureEncoding encoding)
    {
        using var picture = PictureDecoder.Decode(new FileImage(path));
        var (width, height) = (picture.Bitmap.Width, picture.Bitmap.Height);
        var parts = boxes.Select(box => Cut(picture, path, PictureRectangle.Padded(box, padding, width, height), encoding)).ToArray();
        return new DrawnPicture(parts, picture.IsIncomplete);
    }

    /// <inheritdoc/>
    public DrawnPicture Redact(string path, IReadOnlyList<BoundingBox> boxes, RedactionMethod method, bool isInverted, PictureEncoding encoding)
    {
        // At its full size: a picture that is scaled first has something of what is hidden in the pixels around.
        using var picture = PictureDecoder.Decode(new FileImage(path));
        HiddenParts.Hide(picture, path, boxes, method, isInverted);
        using var scaled = Scaling.Fit(picture.Bitmap, encoding.MaxDimension);
        return new DrawnPicture([Encode(scaled, path, picture.Header, encoding)], picture.IsIncomplete);
    }

    private FontSet Fonts(string? path) => _fonts.GetOrAdd(path ?? "", static key => FontSet.Of(key.Length == 0 ? null : key));

    private static MemoryStream Cut(DecodedPicture picture, string path, PictureRectangle part, PictureEncoding encoding)
    {
        // The picture's own pixels: to draw them would copy all of the picture first.
        using var cut = new SKBitmap();
        picture.Bitmap.ExtractSubset(cut, new SKRectI((int)part.Left, (int)part.Top, (int)part.Right, (int)part.Bottom));
        using var scaled = Scaling.Fit(cut, encoding.MaxDimension);
        return Encode(scaled, path, picture.Header, encoding);
    }

    private static MemoryStream Encode(SKBitmap picture, string path, ImageHeader source, PictureEncoding encoding)
    {
        var format = encoding.Format switch
        {
            PictureFormat.Jpeg => ImageFormat.Jpeg,
            PictureFormat.Png => ImageFormat.Png,
            _ => source.Format,
        };
        var content = new MemoryStream();
        try
        {
            PictureEncoder.Encode(picture, format, encoding.Quality, content);
        }
        catch (IOException e)
        {
            throw new CustomLabelsException(PictureErrors.NotEncoded(path, e.Message), e);
        }

        return encoding.KeepsMetadata ? new MemoryStream(Metadata(path, source.Format).AddTo(content.ToArray(), format, picture.Width, picture.Height)) : content;
    }

    private static PictureMetadata Metadata(string path, ImageFormat format)
    {
        using var content = new FileImage(path).OpenHead();
        return PictureMetadata.Read(content, format);
    }
}
