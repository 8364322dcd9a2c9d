using System;
using System.IO;
using System.Linq;
using CustomLabels.Images;
using CustomLabels.Imaging.Decoding;
using CustomLabels.Imaging.Encoding;
using CustomLabels.Pictures;
using SkiaSharp;

namespace CustomLabels.Imaging.Tests.Decoding;

/// <summary>Pictures that tests draw, as files.</summary>
internal static class TestPictures
{
    public static byte[] Encode(SKBitmap picture, ImageFormat format, int quality = 100)
    {
        using var file = new MemoryStream();
        PictureEncoder.Encode(picture, format, quality, file);
        return file.ToArray();
    }

    public static byte[] Draw(int width, int height, ImageFormat format, Func<int, int, SKColor> color)
    {
        using var picture = Bitmap(width, height, color);
        return Encode(picture, format);
    }

    public static SKBitmap Bitmap(int width, int height, Func<int, int, SKColor> color)
    {
        var picture = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        var bytes = picture.GetPixelSpan();
        for (var at = 0; at < width * height; at++)
        {
            var pixel = color(at % width, at / width);
            new[] { Premultiplied(pixel.Red, pixel.Alpha), Premultiplied(pixel.Green, pixel.Alpha), Premultiplied(pixel.Blue, pixel.Alpha), pixel.Alpha }.CopyTo(bytes.Slice(4 * at));
        }

        return picture;
    }

    /// <summary>A JPEG with an EXIF segment of one tag, the orientation.</summary>
    public static byte[] Turned(byte[] jpeg, byte orientation) =>
    [
        .. jpeg.Take(2), 0xFF, 0xE1, 0, 34, (byte)'E', (byte)'x', (byte)'i', (byte)'f', 0, 0, .. Tiff(orientation), .. jpeg.Skip(2),
    ];

    /// <summary>EXIF data of one tag, the orientation.</summary>
    public static byte[] Tiff(byte orientation) =>
        [(byte)'I', (byte)'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0];

    public static DecodedPicture Decode(byte[] file, int? maxDimension = null, PictureRoom? room = null) => PictureDecoder.Decode(new BytesImage(file, "a"), maxDimension, room);

    public static CustomLabelsError Refused(byte[] file, PictureRoom? room = null)
    {
        try
        {
            Decode(file, room: room).Dispose();
        }
        catch (CustomLabelsException e)
        {
            return e.Error;
        }

        throw new InvalidOperationException("It was decoded.");
    }

    private static byte Premultiplied(byte value, byte alpha) => (byte)((value * alpha + 127) / 255);
}
