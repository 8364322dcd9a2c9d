using System.Collections.Generic;
using System.IO;
using System.Linq;
using CustomLabels.Fuzz.Headers;
using CustomLabels.Images;
using Xunit;

namespace CustomLabels.Core.Tests.Images;

public sealed class JpegHeaderTests
{
    public static IEnumerable<object[]> FrameMarkers() =>
        from marker in Enumerable.Range(0xC0, 16)
        where marker is not (0xC4 or 0xC8 or 0xCC)
        select new object[] { (byte)marker };

    [Theory]
    [MemberData(nameof(FrameMarkers))]
    public void Every_kind_of_frame_gives_the_size(byte marker) =>
        Assert.Equal(Jpeg(640, 480), Read(new JpegBuilder().Jfif().QuantizationTable().Frame(640, 480, marker).Build()));

    [Theory]
    [InlineData(0xC4)]
    [InlineData(0xC8)]
    [InlineData(0xCC)]
    public void What_only_has_a_number_among_the_frames_is_skipped(byte marker) =>
        Assert.Equal(Jpeg(640, 480), Read(new JpegBuilder().Frame(1, 2, marker).Frame(640, 480).Build()));

    [Fact]
    public void Fill_bytes_and_standalone_markers_are_passed() =>
        Assert.Equal(Jpeg(640, 480), Read(new JpegBuilder().Fill(3).Jfif().Raw(0xFF, 0x01).Fill(300).Raw(0xFF, 0xD3).Frame(640, 480).Build()));

    [Fact]
    public void A_height_that_comes_later_is_unknown() => Assert.Equal(Jpeg(640, null), Read(JpegBuilder.Plain(640, height: 0)));

    [Fact]
    public void A_width_of_zero_is_a_defect() => Assert.Equal(Jpeg(null, null) with { Defect = "of zero width" }, Read(JpegBuilder.Plain(width: 0, 480)));

    [Theory]
    [MemberData(nameof(PngHeaderTests.OrientationsInBothByteOrders), MemberType = typeof(PngHeaderTests))]
    public void Exif_gives_the_orientation(int value, bool bigEndian) =>
        Assert.Equal(Jpeg(640, 480, value), Read(JpegBuilder.WithExif(640, 480, TiffBuilder.Orientation(value, bigEndian))));

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(0xFFFF)]
    public void An_impossible_orientation_is_none(int value) => AssertOrientation(null, TiffBuilder.Orientation(value));

    [Fact]
    public void The_orientation_is_found_behind_other_entries_and_far_from_the_head() =>
        AssertOrientation(6, TiffBuilder.Orientation(6, bigEndian: true, directoryAt: 1000, before: 20));

    [Fact]
    public void An_orientation_of_another_type_or_count_is_none()
    {
        AssertOrientation(null, TiffBuilder.Orientation(6, type: TiffBuilder.LongType));
        AssertOrientation(null, TiffBuilder.Orientation(6, count: 2));
    }

    [Theory]
    [InlineData(0, (byte)'X')]
    [InlineData(2, 43)]
    [InlineData(4, 7)]
    [InlineData(6, 1)]
    [InlineData(7, 0xFF)]
    public void Exif_data_that_is_no_TIFF_or_points_elsewhere_has_no_orientation(int index, byte value)
    {
        var tiff = TiffBuilder.Orientation(6);
        tiff[index] = value;
        AssertOrientation(null, tiff);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Exif_data_shorter_than_its_head_is_passed(bool canSeek)
    {
        using var stream = new MeteredStream(JpegBuilder.WithExif(640, 480, [.. "II*\0"u8]), canSeek);
        Assert.Equal(Jpeg(640, 480), ImageHeaderReader.Read(stream));
    }

    [Fact]
    public void A_directory_that_claims_more_entries_than_fit_is_read_as_far_as_it_goes()
    {
        var tiff = TiffBuilder.Orientation(6, before: 3, tag: 0x0100);
        (tiff[8], tiff[9]) = (0xFF, 0xFF);
        AssertOrientation(null, tiff);
    }

    [Fact]
    public void The_first_Exif_segment_counts_and_XMP_is_none() =>
        Assert.Equal(Jpeg(640, 480, 3), Read(new JpegBuilder().Xmp().Segment(0xE1).Exif(TiffBuilder.Orientation(3)).Exif(TiffBuilder.Orientation(6)).Frame(640, 480).Build()));

    [Fact]
    public void A_thumbnail_within_Exif_is_not_the_image() =>
        Assert.Equal(Jpeg(640, 480, 6), Read(JpegBuilder.WithExif(640, 480, [.. TiffBuilder.Orientation(6), .. JpegBuilder.Plain(160, 120)])));

    [Fact]
    public void Large_segments_before_the_frame_are_skipped_by_seeking()
    {
        using var stream = new MeteredStream(HeaderCorpus.ManyLargeSegments(), canSeek: true);
        Assert.Equal(Jpeg(4000, 3000, 5), ImageHeaderReader.Read(stream));
        Assert.InRange(stream.BytesRead, 1, 200);
    }

    [Fact]
    public void Every_shorter_prefix_is_a_truncated_JPEG()
    {
        var jpeg = new JpegBuilder().Fill(2).Jfif().Exif(TiffBuilder.Orientation(6)).QuantizationTable().Frame(640, 480).Build();
        // The components' sampling, three bytes each, says nothing of the size.
        var end = jpeg.Length - 9;
        for (var length = 1; length < end; length++)
        {
            var header = Read([.. jpeg.Take(length)]);
            Assert.Equal((ImageFormat.Jpeg, true), (header.Format, header.IsTruncated));
            Assert.Null(header.Width);
        }

        Assert.Equal(Jpeg(640, 480, 6), Read([.. jpeg.Take(end)]));
    }

    [Theory]
    [InlineData(new byte[] { 0x41 })]
    [InlineData(new byte[] { 0, 0, 0, 0, 0 })]
    [InlineData(new byte[] { 0xFF, 0x00 })]
    [InlineData(new byte[] { 0xFF, 0x00, 0xFF, 0xFF, 0x00, 0x41, 0xE0 })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0, 2 })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0, 0 })]
    [InlineData(new byte[] { 0xFF, 0xE0, 0, 1 })]
    public void Stray_bytes_and_segments_of_no_length_are_passed(byte[] stray)
    {
        var builder = new JpegBuilder().Raw(stray).Jfif().Raw(stray).Exif(TiffBuilder.Orientation(6)).Raw(stray).QuantizationTable().Raw(stray).Frame(640, 480);
        Assert.Equal(Jpeg(640, 480, 6), Read(builder.Build()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_length_that_is_short_leaves_stray_bytes_behind_its_segment(int missing)
    {
        byte[] Short(byte[] segment) => [.. segment.Take(3), (byte)(segment[3] - missing), .. segment.Skip(4)];
        var adobe = Short([0xFF, 0xEE, 0, 14, .. "Adobe"u8, 0, 100, 0, 0, 0, 0, 1]);
        var exif = Short([.. new JpegBuilder().Exif(TiffBuilder.Orientation(6)).Build().Skip(2)]);
        Assert.Equal(Jpeg(640, 480, 6), Read(new JpegBuilder().Raw(adobe).Raw(exif).Raw(adobe).Frame(640, 480).Build()));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xD9 })]
    [InlineData(new byte[] { 0xFF, 0xDA, 0, 2 })]
    [InlineData(new byte[] { 0xFF, 0xC0, 0, 7 })]
    public void What_cannot_come_before_the_frame_leaves_none(byte[] bytes) =>
        Assert.Equal(Jpeg(null, null) with { Defect = "without a frame" }, Read(new JpegBuilder().Raw(bytes).Frame(640, 480).Build()));

    [Fact]
    public void Another_image_that_begins_before_the_frame_gives_no_size() =>
        Assert.Equal(Jpeg(null, null) with { Defect = "that begins again before its frame" }, Read(new JpegBuilder().Jfif().Raw(JpegBuilder.Plain(160, 120)).Frame(640, 480).Build()));

    [Theory]
    [InlineData("This is not a picture.")]
    [InlineData("\0")]
    public void What_has_only_the_first_two_bytes_of_a_JPEG_is_not_its_beginning(string rest) =>
        Assert.Equal(Jpeg(null, null) with { Defect = "without a frame" }, Read([0xFF, 0xD8, .. System.Text.Encoding.ASCII.GetBytes(rest)]));

    private static ImageHeader Jpeg(int? width, int? height, int? orientation = null) => new(ImageFormat.Jpeg, width, height, orientation, IsTruncated: false);

    private static ImageHeader Read(byte[] content) => ImageHeaderReader.Read(new MemoryStream(content));

    private static void AssertOrientation(int? expected, byte[] tiff) =>
        Assert.Equal(Jpeg(640, 480, expected), Read(JpegBuilder.WithExif(640, 480, tiff)));
}
