using System.Collections.Generic;
using System.IO;
using CustomLabels.Fuzz;
using CustomLabels.Fuzz.Headers;
using CustomLabels.Images;
using Xunit;

namespace CustomLabels.Core.Tests.Images;

public sealed class HeaderBoundsTests
{
    public static IEnumerable<object[]> HeadersWithoutEnd() =>
    [
        [new byte[] { 0xFF, 0xD8 }, new byte[] { 0xFF }],
        [new byte[] { 0xFF, 0xD8 }, new byte[] { 0xFF, 0xE0, 0, 2 }],
        [new byte[] { 0xFF, 0xD8 }, new byte[] { 0xFF, 0xD0 }],
        [new PngBuilder().Size(64, 64).Build(), new byte[] { 0, 0, 0, 0, (byte)'t', (byte)'E', (byte)'X', (byte)'t', 0, 0, 0, 0 }],
        [new PngBuilder().Size(64, 64).Raw(0x7F, 0xFF, 0xFF, 0xFF).Raw([.. "tEXt"u8]).Build(), new byte[] { 0 }],
        [new PngBuilder().Size(64, 64).Raw(0x7F, 0xFF, 0xFF, 0xFF).Raw([.. "eXIfII*\0"u8]).Raw(0xFF, 0xFF, 0xFF, 0x7E).Build(), new byte[] { 0 }],
    ];

    [Theory]
    [MemberData(nameof(HeadersWithoutEnd))]
    public void A_header_without_end_is_given_up_where_an_image_would_be_too_large(byte[] first, byte[] repeated)
    {
        using var stream = new EndlessStream(first, repeated);
        Assert.True(ImageHeaderReader.Read(stream).IsTruncated);
        Assert.InRange(stream.BytesRead, 1, ImageLimits.MaxBytes);
    }

    [Fact]
    public void Only_the_header_is_read()
    {
        var png = PngBuilder.Plain(640, 480);
        using var stream = new EndlessStream(png, 0);
        Assert.Equal(640, ImageHeaderReader.Read(stream).Width);
        Assert.Equal(png.Length, stream.BytesRead);
    }

    [Fact]
    public void Nothing_is_unknown_and_not_truncated() => Assert.Equal(ImageHeader.Unknown, ImageHeaderReader.Read(new MemoryStream()));

    [Theory]
    [InlineData("hello")]
    [InlineData("GIF89a")]
    [InlineData("\u0000\u0000")]
    public void Other_content_is_unknown(string content) =>
        Assert.Equal(ImageHeader.Unknown, ImageHeaderReader.Read(new MemoryStream(System.Text.Encoding.ASCII.GetBytes(content))));

    [Fact]
    public void The_reader_starts_at_the_stream_s_position()
    {
        using var stream = new MemoryStream([1, 2, 3, .. JpegBuilder.Plain(640, 480)]) { Position = 3 };
        Assert.Equal(640, ImageHeaderReader.Read(stream).Width);
    }

    [Fact]
    public void A_segment_that_goes_past_the_end_is_truncation_wherever_the_image_starts()
    {
        using var stream = new MeteredStream([1, 2, 3, 0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. new byte[12]], canSeek: true) { Position = 3 };
        Assert.True(ImageHeaderReader.Read(stream).IsTruncated);
    }

    [Fact]
    public void What_the_stream_throws_comes_through()
    {
        var stream = new MemoryStream();
        stream.Dispose();
        Assert.Throws<System.ObjectDisposedException>(() => ImageHeaderReader.Read(stream));
    }

    [Fact]
    public void Twenty_thousand_broken_headers_are_read_without_a_finding()
    {
        var outcomes = Fuzzer.Run(new HeadersTarget(), count: 20_000, seed: 7);
        Assert.True(outcomes["Png with size"] > 0);
        Assert.True(outcomes["Jpeg with size, turned"] > 0);
        Assert.True(outcomes["Jpeg without size, truncated"] > 0);
    }
}
