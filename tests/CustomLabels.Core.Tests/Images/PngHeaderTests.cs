using System.Collections.Generic;
using System.IO;
using System.Linq;
using CustomLabels.Fuzz.Headers;
using CustomLabels.Images;
using Xunit;

namespace CustomLabels.Core.Tests.Images;

public sealed class PngHeaderTests
{
    public static IEnumerable<object[]> OrientationsInBothByteOrders() =>
        from value in Enumerable.Range(1, 8)
        from bigEndian in Enumerable.Range(0, 2)
        select new object[] { value, bigEndian == 1 };

    [Fact]
    public void Size_comes_from_IHDR() => Assert.Equal(Png(640, 480), Read(PngBuilder.Plain(640, 480)));

    [Fact]
    public void The_largest_legal_side_is_read() => Assert.Equal(Png(int.MaxValue, 1), Read(PngBuilder.Plain(int.MaxValue, 1)));

    [Theory]
    [InlineData(0, 480, "of zero width or height")]
    [InlineData(640, 0, "of zero width or height")]
    [InlineData(0x80000000, 480, "of an impossible size")]
    [InlineData(640, 0xFFFFFFFF, "of an impossible size")]
    public void An_impossible_side_leaves_no_size(uint width, uint height, string defect) => Assert.Equal(Png(null, null) with { Defect = defect }, Read(PngBuilder.Plain(width, height)));

    [Fact]
    public void A_first_chunk_that_is_not_IHDR_leaves_no_size() =>
        Assert.Equal(Png(null, null) with { Defect = "whose first chunk is not IHDR" }, Read(new PngBuilder().Chunk("gAMA", 0, 0, 0, 0).Size(640, 480).Pixels().Build()));

    [Fact]
    public void Xcode_s_variant_is_no_PNG() => Assert.Equal(ImageHeader.Unknown, Read(new PngBuilder().Chunk("CgBI", 0, 0, 0, 0).Size(640, 480).Pixels().Build()));

    [Theory]
    [InlineData(8, 3)]
    [InlineData(16, 3, true)]
    [InlineData(16, 6)]
    [InlineData(4, 2, true)]
    [InlineData(8, 1, true)]
    [InlineData(8, 2, true, 1)]
    [InlineData(8, 2, true, 0, 64)]
    [InlineData(8, 2, false, 0, 0, 1)]
    [InlineData(8, 2, true, 0, 0, 2)]
    public void A_pixel_format_that_the_standard_has_not_is_a_defect(byte depth, byte colour, bool isDefect = false, byte compression = 0, byte filter = 0, byte interlace = 0)
    {
        var png = new PngBuilder().Chunk("IHDR", 0, 0, 2, 0x80, 0, 0, 1, 0xE0, depth, colour, compression, filter, interlace).Pixels().Build();
        Assert.Equal(Png(640, 480) with { Defect = isDefect ? "of an impossible pixel format" : null }, Read(png));
    }

    [Fact]
    public void An_IHDR_of_another_length_leaves_no_size() =>
        Assert.Equal(Png(null, null) with { Defect = "whose first chunk is not IHDR" }, Read(new PngBuilder().Chunk("IHDR", 0, 0, 0, 64, 0, 0, 0, 64, 8, 2, 0, 0, 0, 0).Pixels().Build()));

    [Theory]
    [MemberData(nameof(OrientationsInBothByteOrders))]
    public void EXIf_gives_the_orientation(int value, bool bigEndian) =>
        Assert.Equal(Png(640, 480, value), Read(PngBuilder.WithExif(640, 480, TiffBuilder.Orientation(value, bigEndian))));

    [Fact]
    public void The_first_eXIf_counts_and_other_chunks_are_skipped()
    {
        var png = new PngBuilder().Size(640, 480).Chunk("iCCP", new byte[70_000]).Chunk("eXIf", TiffBuilder.Orientation(3))
            .Chunk("eXIf", TiffBuilder.Orientation(6)).Chunk("tEXt").Pixels().Build();
        Assert.Equal(Png(640, 480, 3), Read(png));
    }

    [Fact]
    public void An_eXIf_behind_the_pixels_does_not_count() =>
        Assert.Equal(Png(640, 480), Read(new PngBuilder().Size(640, 480).Chunk("IDAT", 1, 2, 3).Chunk("eXIf", TiffBuilder.Orientation(6)).Build()));

    [Fact]
    public void Every_shorter_prefix_is_a_truncated_PNG()
    {
        var png = PngBuilder.WithExif(640, 480, TiffBuilder.Orientation(6));
        const int SizeEnd = 8 + 8 + 13;
        for (var length = 1; length < png.Length; length++)
        {
            var header = Read([.. png.Take(length)]);
            Assert.Equal((ImageFormat.Png, true), (header.Format, header.IsTruncated));
            Assert.Equal(length < SizeEnd ? null : 640, header.Width);
        }

        Assert.False(Read(png).IsTruncated);
    }

    [Fact]
    public void A_chunk_longer_than_the_content_is_truncation_also_where_its_length_is_extreme()
    {
        byte[] extreme = [0xFF, 0xFF, 0xFF, 0xFF, .. "tEXt"u8];
        Assert.Equal(Png(640, 480) with { IsTruncated = true }, Read(new PngBuilder().Size(640, 480).Raw(extreme).Raw(new byte[100]).Build()));
    }

    [Fact]
    public void Content_without_a_chunk_ends_the_header() =>
        Assert.Equal(Png(640, 480) with { Defect = "with something else where a chunk should be" }, Read(new PngBuilder().Size(640, 480).Raw(new byte[100]).Build()));

    [Fact]
    public void An_image_without_pixels_is_a_defect() =>
        Assert.Equal(Png(640, 480) with { Defect = "without pixels" }, Read(new PngBuilder().Size(640, 480).Chunk("IEND").Build()));

    [Fact]
    public void A_broken_signature_is_no_PNG() => Assert.Equal(ImageHeader.Unknown, Read([0x89, .. "PNG\n\u001A\n"u8, .. new byte[30]]));

    private static ImageHeader Png(int? width, int? height, int? orientation = null) => new(ImageFormat.Png, width, height, orientation, IsTruncated: false);

    private static ImageHeader Read(byte[] content) => ImageHeaderReader.Read(new MemoryStream(content));
}
