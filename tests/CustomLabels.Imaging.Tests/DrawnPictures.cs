using System;
using System.IO;
using System.Linq;
using System.Text;
using CustomLabels.Images;
using CustomLabels.Imaging.Encoding;
using SkiaSharp;

namespace CustomLabels.Imaging.Tests;

/// <summary>Pictures that tests draw, as files of bytes.</summary>
internal static class DrawnPictures
{
    /// <summary>A picture of one colour for each pixel.</summary>
    public static SKBitmap Draw(int width, int height, Func<int, int, SKColor> color)
    {
        var picture = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        // All at once: a call of the library for each pixel takes longer than most tests.
        picture.Pixels = Enumerable.Range(0, width * height).Select(i => color(i % width, i / width)).ToArray();
        return picture;
    }

    public static byte[] Encode(SKBitmap picture, ImageFormat format)
    {
        using var content = new MemoryStream();
        PictureEncoder.Encode(picture, format, 95, content);
        return content.ToArray();
    }

    public static SKBitmap Decode(Stream content)
    {
        content.Position = 0;
        using var codec = SKCodec.Create(content);
        return SKBitmap.Decode(codec, new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
    }

    /// <summary>The picture as a camera stores it that turns it by an EXIF orientation: what is displayed at a place comes from the stored pixel that goes there.</summary>
    public static SKBitmap Stored(SKBitmap displayed, int orientation)
    {
        var (w, h) = orientation >= 5 ? (displayed.Height, displayed.Width) : (displayed.Width, displayed.Height);
        var pixels = displayed.Pixels;
        SKColor At(int x, int y) => pixels[(y * displayed.Width) + x];
        return Draw(w, h, (x, y) => orientation switch
        {
            2 => At(w - 1 - x, y),
            3 => At(w - 1 - x, h - 1 - y),
            4 => At(x, h - 1 - y),
            5 => At(y, x),
            6 => At(h - 1 - y, x),
            7 => At(h - 1 - y, w - 1 - x),
            8 => At(y, w - 1 - x),
            _ => At(x, y),
        });
    }

    /// <summary>A JPEG with an EXIF segment that has an orientation and nothing else.</summary>
    public static byte[] WithOrientation(byte[] jpeg, int orientation) => WithSegment(jpeg, 0xE1, [.. "Exif\0\0"u8, .. Tiff(orientation)]);

    /// <summary>A JPEG with one segment more, after its first two bytes.</summary>
    public static byte[] WithSegment(byte[] jpeg, byte marker, byte[] content) =>
        [.. jpeg.Take(2), 0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content, .. jpeg.Skip(2)];

    /// <summary>A PNG with one chunk more, after its header.</summary>
    public static byte[] WithChunk(byte[] png, string type, byte[] content)
    {
        byte[] named = [.. System.Text.Encoding.ASCII.GetBytes(type), .. content];
        const int afterHeader = 33;
        return [.. png.Take(afterHeader), .. BigEndian((uint)content.Length), .. named, .. BigEndian(Crc(named)), .. png.Skip(afterHeader)];
    }

    /// <summary>A TIFF header with one entry, Orientation.</summary>
    public static byte[] Tiff(int orientation) => [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];

    private static byte[] BigEndian(uint number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
