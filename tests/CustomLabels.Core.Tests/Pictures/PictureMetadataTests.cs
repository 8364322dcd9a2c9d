using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using CustomLabels.Fuzz.Headers;
using CustomLabels.Images;
using CustomLabels.Pictures.Metadata;
using Xunit;

namespace CustomLabels.Core.Tests.Pictures;

public sealed class PictureMetadataTests
{
    private const string Xmp = "<x:xmpmeta><rdf:Description tiff:Orientation=\"6\" dc:creator=\"Ana\"/></x:xmpmeta>";
    private static readonly byte[] Thumbnail = [.. "THUMBNAIL-BYTES"u8];

    // What an encoder writes: no metadata.
    private static readonly byte[] JpegCopy = [.. new JpegBuilder().Jfif().QuantizationTable().Frame(40, 30).Build(), 0xFF, 0xDA, 1, 2, 3, 0xFF, 0xD9];
    private static readonly byte[] PngCopy = new PngBuilder().Size(40, 30).Chunk("IDAT", 1, 2, 3).Chunk("IEND").Build();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_copy_has_orientation_1_its_own_size_and_no_thumbnail(bool isBigEndian)
    {
        var tiff = Exif(isBigEndian);
        var source = new JpegBuilder().Exif(tiff).Frame(400, 300).Build();

        var copy = Read(source, ImageFormat.Jpeg).AddTo(JpegCopy, ImageFormat.Jpeg, 40, 30);

        var header = ImageHeaderReader.Read(new MemoryStream(copy));
        Assert.Equal((40, 30, 1), (header.Width, header.Height, header.ExifOrientation));
        var exif = Read(copy, ImageFormat.Jpeg).Exif!;
        Assert.Equal(tiff.Length - Thumbnail.Length, exif.Length);
        Assert.DoesNotContain("THUMBNAIL", Latin(copy));
        Assert.Contains("Camera of Ana", Latin(copy));
        Assert.Equal((40u, 30u), (Value(exif, 0xA002, isBigEndian), Value(exif, 0xA003, isBigEndian)));
    }

    [Fact]
    public void An_XMP_packet_is_kept_with_orientation_1()
    {
        var source = new JpegBuilder().Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Encoding.UTF8.GetBytes(Xmp)]).Frame(4, 3).Build();

        var copy = Read(source, ImageFormat.Jpeg).AddTo(JpegCopy, ImageFormat.Jpeg, 40, 30);

        Assert.Contains(Xmp.Replace("\"6\"", "\"1\""), Latin(copy));
    }

    [Fact]
    public void An_XMP_packet_with_a_preview_is_left_out()
    {
        var source = new JpegBuilder().Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0<xmpGImg:image>/9j/4AAQ</xmpGImg:image>"u8]).Frame(4, 3).Build();

        Assert.Equal(JpegCopy, Read(source, ImageFormat.Jpeg).AddTo(JpegCopy, ImageFormat.Jpeg, 40, 30));
    }

    [Fact]
    public void Profiles_of_colours_resources_comments_and_what_lies_behind_the_image_are_left_out()
    {
        var source = new JpegBuilder().Segment(0xE2, [.. "ICC_PROFILE\0"u8]).Segment(0xE2, [.. "MPF\0"u8]).Segment(0xED, [.. "Photoshop 3.0\0"u8]).Segment(0xFE, [.. "comment"u8])
            .Frame(4, 3).Raw(0xFF, 0xD9).Exif(Exif(false)).Build();

        Assert.Equal(JpegCopy, Read(source, ImageFormat.Jpeg).AddTo(JpegCopy, ImageFormat.Jpeg, 40, 30));
    }

    [Fact]
    public void A_PNG_keeps_its_texts_and_both_formats_take_EXIF_and_XMP_of_each_other()
    {
        var source = new PngBuilder().Size(400, 300).Chunk("iCCP", 1, 2).Chunk("pHYs", 0, 0, 11, 19, 0, 0, 11, 19, 1).Chunk("tEXt", [.. "Author\0Ana"u8])
            .Chunk("tEXt", [.. "Raw profile type exif\0\nexif\n"u8]).Chunk("eXIf", Exif(true)).Chunk("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. Encoding.UTF8.GetBytes(Xmp)])
            .Chunk("IDAT", 9).Chunk("tIME", 1).Chunk("IEND").Build();

        var png = Read(Read(source, ImageFormat.Png).AddTo(PngCopy, ImageFormat.Png, 40, 30), ImageFormat.Png);
        var jpeg = Read(Read(source, ImageFormat.Png).AddTo(JpegCopy, ImageFormat.Jpeg, 40, 30), ImageFormat.Jpeg);
        var back = Read(jpeg.AddTo(PngCopy, ImageFormat.Png, 40, 30), ImageFormat.Png);

        Assert.Equal(["pHYs", "tEXt"], png.Chunks.Select(chunk => chunk.Type));
        Assert.NotNull(png.Exif);
        Assert.Equal(png.Exif, jpeg.Exif);
        Assert.Equal(png.Exif, back.Exif);
        Assert.Equal(png.Xmp, back.Xmp);
        Assert.Equal(1, ImageHeaderReader.Read(new MemoryStream(png.AddTo(PngCopy, ImageFormat.Png, 40, 30))).ExifOrientation);
    }

    [Fact]
    public void The_rest_of_the_copy_stays_as_it_was()
    {
        var metadata = Read(new JpegBuilder().Exif(Exif(false)).Frame(4, 3).Build(), ImageFormat.Jpeg);

        var (jpeg, png) = (metadata.AddTo(JpegCopy, ImageFormat.Jpeg, 40, 30), metadata.AddTo(PngCopy, ImageFormat.Png, 40, 30));

        Assert.Equal(JpegCopy.Take(20), jpeg.Take(20));
        Assert.Equal(JpegCopy.Skip(20), jpeg.Skip(jpeg.Length - JpegCopy.Length + 20));
        Assert.Equal(PngCopy.Take(33), png.Take(33));
        Assert.Equal(PngCopy.Skip(33), png.Skip(png.Length - PngCopy.Length + 33));
    }

    [Fact]
    public void What_is_too_long_for_a_segment_is_left_out_of_a_JPEG()
    {
        var source = new PngBuilder().Size(4, 3).Chunk("eXIf", [.. Exif(false), .. new byte[70_000]]).Chunk("IDAT", 9).Build();

        Assert.Equal(JpegCopy, Read(source, ImageFormat.Png).AddTo(JpegCopy, ImageFormat.Jpeg, 40, 30));
    }

    [Fact]
    public void Broken_EXIF_is_left_out_and_never_an_exception()
    {
        var tiff = Exif(true);
        for (var length = 0; length < tiff.Length; length++)
        {
            for (var at = 4; at < Math.Min(length, 40); at++)
            {
                var broken = tiff.Take(length).ToArray();
                broken[at] = 0xFF;
                ExifEditor.OfCopy(broken, 40, 30);
            }
        }

        Assert.Null(ExifEditor.OfCopy([.. "II"u8, 43, 0, 8, 0, 0, 0, 0, 0], 1, 1));
        Assert.Null(ExifEditor.OfCopy([.. "II"u8, 42, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0], 1, 1));
    }

    private static PictureMetadata Read(byte[] file, ImageFormat format) => PictureMetadata.Read(new MemoryStream(file), format);

    private static string Latin(byte[] bytes) => string.Concat(bytes.Select(value => (char)value));

    private static uint Value(byte[] tiff, int tag, bool isBigEndian)
    {
        byte[] pattern = [.. TiffBuilder.Number((uint)tag, 2, isBigEndian), .. TiffBuilder.Number(4, 2, isBigEndian)];
        var at = Enumerable.Range(0, tiff.Length - 12).First(i => tiff.Skip(i).Take(4).SequenceEqual(pattern));
        return tiff.Skip(at + 8).Take(4).Select((value, i) => (uint)value << (8 * (isBigEndian ? 3 - i : i))).Aggregate((sum, part) => sum | part);
    }

    // Of four directories' worth: orientation 6, a model, EXIF's own tags with the size, and a thumbnail at the end.
    private static byte[] Exif(bool isBigEndian)
    {
        const uint First = 8, Model = First + 2 + 3 * 12 + 4, Own = Model + 14, Second = Own + 2 + 2 * 12 + 4, Picture = Second + 2 + 2 * 12 + 4;
        IEnumerable<byte> Short(uint value) => TiffBuilder.Number(value, 2, isBigEndian);
        IEnumerable<byte> Long(uint value) => TiffBuilder.Number(value, 4, isBigEndian);
        IEnumerable<byte> Entry(uint tag, uint type, uint count, uint value) =>
            [.. Short(tag), .. Short(type), .. Long(count), .. type == TiffBuilder.ShortType ? Short(value).Concat([(byte)0, (byte)0]) : Long(value)];
        return
        [
            .. isBigEndian ? "MM"u8.ToArray() : "II"u8.ToArray(), .. Short(42), .. Long(First),
            .. Short(3), .. Entry(0x0110, 2, 14, Model), .. Entry(0x0112, TiffBuilder.ShortType, 1, 6), .. Entry(0x8769, TiffBuilder.LongType, 1, Own), .. Long(Second),
            .. "Camera of Ana\0"u8,
            .. Short(2), .. Entry(0xA002, TiffBuilder.LongType, 1, 400), .. Entry(0xA003, TiffBuilder.LongType, 1, 300), .. Long(0),
            .. Short(2), .. Entry(0x0201, TiffBuilder.LongType, 1, Picture), .. Entry(0x0202, TiffBuilder.LongType, 1, (uint)Thumbnail.Length), .. Long(0),
            .. Thumbnail,
        ];
    }
}
