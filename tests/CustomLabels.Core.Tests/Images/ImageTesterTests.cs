using System;
using System.Linq;
using CustomLabels.Fuzz.Headers;
using CustomLabels.Images;
using Xunit;

namespace CustomLabels.Core.Tests.Images;

public sealed class ImageTesterTests
{
    [Fact]
    public void A_good_image_is_valid_and_told_in_full()
    {
        using var folder = new TemporaryFolder();
        var content = JpegBuilder.WithExif(640, 480, TiffBuilder.Orientation(6));
        var path = folder.Write("a.jpg", content);
        var result = ImageTester.Test(new FileImage(path));
        Assert.True(result.IsValid);
        Assert.Equal(("a.jpg", path, ImageFormat.Jpeg), (result.Image, result.LiteralPath, result.Format));
        Assert.Equal((480, 640, 6), (result.Width, result.Height, result.ExifOrientation));
        Assert.Equal(content.Length, result.Length);
        Assert.Equal(5, result.Limits.Count);
        Assert.Equal("a.jpg: within the documented limits", result.ToString());
    }

    [Fact]
    public void An_empty_image_is_a_result()
    {
        var result = Test([]);
        Assert.Equal((false, ImageFormat.Unknown, 0L), (result.IsValid, result.Format, result.Length));
        Assert.Equal("Format no content, Bytes 0", Outside(result));
    }

    [Fact]
    public void Other_content_is_a_result()
    {
        var result = Test("hello"u8.ToArray());
        Assert.Equal((false, ImageFormat.Unknown), (result.IsValid, result.Format));
        Assert.Equal("Format text", Outside(result));
        Assert.Equal("bytes: The image is outside a documented limit: Format text (allowed PNG or JPEG).", result.ToString());
    }

    [Fact]
    public void A_truncated_image_is_a_result()
    {
        var result = Test([0xFF, 0xD8, 0xFF]);
        Assert.Equal((false, ImageFormat.Jpeg), (result.IsValid, result.Format));
        Assert.Equal("Format JPEG that ends inside its header", Outside(result));
    }

    [Fact]
    public void What_no_decoder_opens_is_not_valid()
    {
        Assert.Equal("Format JPEG without a frame", Outside(Test([0xFF, 0xD8, .. "This is not a picture."u8])));
        Assert.Equal("Format JPEG without a frame", Outside(Test([0xFF, 0xD8, 0xFF, 0xD9])));
        Assert.Equal("Format PNG of zero width or height", Outside(Test(PngBuilder.Plain(0, 480))));
        var xcode = Test(new PngBuilder().Chunk("CgBI", 0x50, 0, 0x20, 2).Size(640, 480).Pixels().Build());
        Assert.Equal((false, ImageFormat.Unknown), (xcode.IsValid, xcode.Format));
        Assert.Equal("Format an image of Xcode (CgBI, a variant of PNG outside the standard)", Outside(xcode));
    }

    [Theory]
    [InlineData(ImageFormat.Png, 640, 480)]
    [InlineData(ImageFormat.Jpeg, 480, 640)]
    public void Only_a_JPEG_is_turned(ImageFormat format, int width, int height)
    {
        var tiff = TiffBuilder.Orientation(6);
        var result = Test(format == ImageFormat.Png ? PngBuilder.WithExif(640, 480, tiff) : JpegBuilder.WithExif(640, 480, tiff));
        Assert.Equal((format, width, height, 6), (result.Format, result.Width, result.Height, result.ExifOrientation));
    }

    [Fact]
    public void A_large_image_is_a_result()
    {
        var content = JpegBuilder.Plain(5000, 100);
        Array.Resize(ref content, 6_000_000);
        Assert.Equal("Bytes 6,000,000, Width 5000, AspectRatio 50:1", Outside(Test(content)));
    }

    [Fact]
    public void A_limit_that_cannot_be_told_leaves_the_image_valid()
    {
        var result = Test([.. JpegBuilder.Plain(640, height: 0), .. new byte[4_100_000]]);
        Assert.True(result.IsValid);
        Assert.Equal("Bytes, Height, AspectRatio", string.Join(", ", result.Limits.Where(limit => limit.Within == LimitState.Unknown).Select(limit => limit.Name)));
    }

    [Fact]
    public void An_endless_stream_is_a_result_with_a_header_and_without_a_length()
    {
        using var stream = new EndlessStream(PngBuilder.Plain(640, 480), 0);
        var result = ImageTester.Test(new StreamImage(stream, "stream"));
        Assert.Equal((false, ImageFormat.Png, 640), (result.IsValid, result.Format, result.Width));
        Assert.Null(result.Length);
        Assert.Equal("Bytes over 5,242,880", Outside(result));
    }

    [Fact]
    public void What_cannot_be_read_is_an_error()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(ErrorId.ImageNotFound, Error(new FileImage(folder.PathOf("none.jpg"))));
        Assert.Equal(ErrorId.ImageIsFolder, Error(new FileImage(folder.PathOf("."))));
        using var stream = new FailingStream(PngBuilder.Plain(640, 480), failAt: 20);
        Assert.Equal(ErrorId.ImageUnreadable, Error(new StreamImage(stream, "stream")));
    }

    private static ImageTestResult Test(byte[] content) => ImageTester.Test(new BytesImage(content, "bytes"));

    private static string Outside(ImageTestResult result) =>
        string.Join(", ", result.Limits.Where(limit => limit.Within == LimitState.No).Select(limit => $"{limit.Name} {limit.Found}"));

    private static ErrorId Error(LocalImage image) => Assert.Throws<CustomLabelsException>(() => ImageTester.Test(image)).Error.Id;
}
