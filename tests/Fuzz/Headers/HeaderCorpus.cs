using System.Collections.Generic;
using System.Linq;

namespace CustomLabels.Fuzz.Headers;

/// <summary>Valid headers of every shape that cameras and programs write.</summary>
public static class HeaderCorpus
{
    public static IReadOnlyList<byte[]> All { get; } = [.. Pngs(), .. Jpegs()];

    private static IEnumerable<byte[]> Pngs()
    {
        yield return PngBuilder.Plain(640, 480);
        yield return PngBuilder.Plain(int.MaxValue, 1);
        yield return new PngBuilder().Size(64, 64).Chunk("gAMA", 0, 0, 0xB1, 0x8F).Chunk("PLTE", new byte[768]).Chunk("tEXt", [.. "Comment\0x"u8]).Pixels().Build();
        yield return new PngBuilder().Size(64, 64).Chunk("iCCP", new byte[3000]).Chunk("eXIf", TiffBuilder.Orientation(6)).Pixels().Build();
        yield return new PngBuilder().Size(64, 64).Chunk("IEND").Build();
        yield return new PngBuilder().Chunk("CgBI", 0x50, 0, 0x20, 2).Size(64, 64).Pixels().Build();
        foreach (var tiff in Tiffs()) yield return PngBuilder.WithExif(800, 600, tiff);
    }

    private static IEnumerable<byte[]> Jpegs()
    {
        yield return JpegBuilder.Plain(640, 480);
        yield return JpegBuilder.Plain(ushort.MaxValue, ushort.MaxValue);
        yield return JpegBuilder.Plain(640, height: 0);
        byte[] frames = [0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF];
        foreach (var marker in frames)
            yield return new JpegBuilder().Jfif().QuantizationTable().HuffmanTable().Frame(640, 480, marker).HuffmanTable().Build();
        yield return new JpegBuilder().Fill(5).Jfif().Raw(0xFF, 0x01).Fill(1).Xmp().Segment(0xCC, 0, 0).Frame(100, 200).Build();
        yield return new JpegBuilder().Raw(0x00, 0x41).Jfif().Raw(0xFF, 0x00).Segment(0xFE).Raw(0xFF, 0xFE, 0, 0).Exif(TiffBuilder.Orientation(6)).Raw(1, 2).Frame(100, 200).Build();
        yield return new JpegBuilder().Xmp().Exif(TiffBuilder.Orientation(3)).Exif(TiffBuilder.Orientation(6)).Frame(100, 200).Build();
        yield return new JpegBuilder().Exif([.. TiffBuilder.Orientation(8, bigEndian: true), .. JpegBuilder.Plain(160, 120)]).Frame(100, 200).Build();
        yield return ManyLargeSegments();
        foreach (var tiff in Tiffs()) yield return JpegBuilder.WithExif(800, 600, tiff);
    }

    /// <summary>As a colour profile or a panorama's data makes it: 640 KB before the size.</summary>
    public static byte[] ManyLargeSegments()
    {
        var builder = new JpegBuilder().Jfif();
        for (var i = 0; i < 10; i++) builder.Segment(0xE2, new byte[ushort.MaxValue - 2]);
        return builder.Exif(TiffBuilder.Orientation(5)).Frame(4000, 3000).Build();
    }

    private static IEnumerable<byte[]> Tiffs()
    {
        foreach (var bigEndian in (bool[])[false, true])
        {
            foreach (var value in Enumerable.Range(1, 8)) yield return TiffBuilder.Orientation(value, bigEndian);
            yield return TiffBuilder.Orientation(6, bigEndian, directoryAt: 200, before: 12);
            yield return TiffBuilder.Orientation(6, bigEndian, tag: 0x0100);
        }
    }
}
