using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CustomLabels.Fuzz.Headers;
using CustomLabels.Images;
using CustomLabels.Imaging.Encoding;
using SkiaSharp;

namespace CustomLabels.Fuzz.Pictures;

/// <summary>Small whole pictures, some with metadata.</summary>
internal static class PictureCorpus
{
    // SOI and JFIF's segment; signature and IHDR.
    private const int JpegStart = 20;
    private const int PngStart = 33;

    // 16 x 16 pixels in ten scans, made with Pillow: Skia writes none.
    private const string Progressive =
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/2wBDAQMEBAUEBQkFBQkUDQsNFBQUFB"
        + "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBT/wgARCAAQABADASIAAhEBAxEB/8QAFAABAAAAAAAAAAAAAAAAAAAABv/EABQBAQAAAAAAAAAAAAAAAAAAAAb/2gAM"
        + "AwEAAhADEAAAARJdQXRrP//EABQQAQAAAAAAAAAAAAAAAAAAACD/2gAIAQEAAQUCH//EABgRAAIDAAAAAAAAAAAAAAAAAAAGQ4LB/9oACAEDAQE/AWqG2H//xAAYEQACAwAAAAAAAAAAAAAAAAAABk"
        + "OCwv/aAAgBAgEBPwFPnro//8QAFBABAAAAAAAAAAAAAAAAAAAAIP/aAAgBAQAGPwIf/8QAFBABAAAAAAAAAAAAAAAAAAAAIP/aAAgBAQABPyEf/9oADAMBAAIAAwAAABD/AP/EABQRAQAAAAAAAAAA"
        + "AAAAAAAAAAD/2gAIAQMBAT8QL//EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQIBAT8Qd//EABQQAQAAAAAAAAAAAAAAAAAAACD/2gAIAQEAAT8QH//Z";

    private static readonly byte[] Jpeg = Draw(24, 17, ImageFormat.Jpeg);
    private static readonly byte[] Png = Draw(9, 7, ImageFormat.Png);

    public static IReadOnlyList<byte[]> All { get; } =
    [
        Jpeg,
        Png,
        [.. Jpeg.Take(JpegStart), .. new JpegBuilder().Exif(TiffBuilder.Orientation(6)).Xmp().Build().Skip(2), .. Jpeg.Skip(JpegStart)],
        [.. Jpeg.Take(2), .. new JpegBuilder().Exif(TiffBuilder.Orientation(8, bigEndian: true)).Build().Skip(2), .. Jpeg.Skip(JpegStart)],
        [.. Png.Take(PngStart), .. new PngBuilder().Chunk("eXIf", TiffBuilder.Orientation(3)).Chunk("tEXt", [.. "Author\0me"u8]).Build().Skip(8), .. Png.Skip(PngStart)],
        Convert.FromBase64String(Progressive),
    ];

    /// <summary>A file to put metadata into, and its size.</summary>
    public static (byte[] File, int Width, int Height) Copy(ImageFormat format) => format == ImageFormat.Jpeg ? (Jpeg, 24, 17) : (Png, 9, 7);

    private static byte[] Draw(int width, int height, ImageFormat format)
    {
        using var picture = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        var random = new Random(1);
        for (var at = 0; at < width * height; at++) picture.SetPixel(at % width, at / width, new SKColor((byte)random.Next(256), (byte)(at * 5), 90));
        using var file = new MemoryStream();
        PictureEncoder.Encode(picture, format, 80, file);
        return file.ToArray();
    }
}
