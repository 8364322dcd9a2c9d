using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using CustomLabels.Fuzz.Headers;
using CustomLabels.Images;
using Xunit;

namespace CustomLabels.Core.Tests.Images;

public sealed class ImageInspectorTests
{
    public static IEnumerable<object[]> OtherContent() =>
    [
        ["a JPEG 2000 image", (byte[])[0xFF, 0x4F, 0xFF, 0x51, 0, 0x2F, .. new byte[42]]],
        ["a JPEG 2000 image", (byte[])[0, 0, 0, 12, .. "jP  \r\n"u8, 0x87, 0x0A, .. new byte[20]]],
        ["a JPEG XL image", (byte[])[0xFF, 0x0A, 0xFA, 0x1F]],
        ["a JPEG XR image", (byte[])[.. "II"u8, 0xBC, 1]],
        ["an EPS image", "%!PS-Adobe-3.0 EPSF-3.0\n"u8.ToArray()],
        ["an EPS image", (byte[])[0xC5, 0xD0, 0xD3, 0xC6, 30, 0, 0, 0]],
        ["a PostScript document", "%!PS-Adobe-3.0\n"u8.ToArray()],
        ["an image of Xcode (CgBI, a variant of PNG outside the standard)", new PngBuilder().Chunk("CgBI", 0x50, 0, 0x20, 2).Size(640, 480).Pixels().Build()],
        ["an image that was damaged by being copied as text", (byte[])[0x89, .. "PNG\n\u001A\n"u8, 0, 0, 0, 13]],
        ["an image that was damaged by being copied as text", (byte[])[.. "\uFFFD\uFFFD\uFFFD\uFFFD"u8, 0, 16, .. "JFIF"u8]],
        ["a Photoshop document", (byte[])[.. "8BPS"u8, 0, 1]],
        ["a DICOM image", (byte[])[.. new byte[128], .. "DICM"u8]],
        ["a camera's raw image", (byte[])[0, 0, 0, 24, .. "ftypcrx "u8, 0, 0, 0, 1]],
        ["a video (Matroska or WebM)", (byte[])[0x1A, 0x45, 0xDF, 0xA3, 1]],
        ["metadata of macOS (the image itself is the file whose name has no '._')", (byte[])[0, 5, 22, 7, 0, 2, 0, 0]],
        ["a web page (HTML)", "\r\n<!doctype HTML><title>404</title>"u8.ToArray()],
        ["an SVG image", "<?xml version='1.0'?>\n<svg width='9'/>"u8.ToArray()],
        ["XML", "<?xml version='1.0'?>\n<Error><Code>AccessDenied</Code></Error>"u8.ToArray()],
        ["a pointer of Git LFS, not the file itself", "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\n"u8.ToArray()],
        ["the base64 text of an image", "/9j/4AAQSkZJRgABAQ"u8.ToArray()],
        ["the base64 text of an image", "data:image/png;base64,iVBORw0KGgo"u8.ToArray()],
        ["nothing but zeros", new byte[100]],
        ["a GIF image", "GIF89a"u8.ToArray()],
        ["a BMP image", (byte[])[.. "BM"u8, 1, 2, 3, 4, 0, 0, 0, 0, 54, 0, 0, 0]],
        ["a TIFF image", (byte[])[.. "II*\0"u8, 8, 0, 0, 0]],
        ["a TIFF image", (byte[])[.. "MM\0*"u8, 0, 0, 0, 8]],
        ["a WebP image", (byte[])[.. "RIFF"u8, 1, 2, 3, 4, .. "WEBPVP8 "u8]],
        ["a HEIC image", (byte[])[0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0]],
        ["an AVIF image", (byte[])[0, 0, 0, 24, .. "ftypavif"u8, 0, 0, 0, 0]],
        ["a video (ISO media)", (byte[])[0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 0, 0]],
        ["a PDF document", "%PDF-1.7\n"u8.ToArray()],
        ["an ICO image", (byte[])[0, 0, 1, 0, 1, 0, 16, 16]],
        ["a zip archive or an office document", (byte[])[.. "PK"u8, 3, 4, 20, 0]],
        ["text", "BMW, Größe: 3 €\r\n"u8.ToArray()],
        ["text", Encoding.UTF8.GetBytes(new string('x', 255) + "€")],
        ["text", (byte[])[0xFF, 0xFE, .. Encoding.Unicode.GetBytes("hello")]],
        ["unknown content (first bytes 00 01 02)", (byte[])[0, 1, 2]],
        ["unknown content (first bytes 1B 5B 32 4A C3 28 00 00)", (byte[])[0x1B, 0x5B, 0x32, 0x4A, 0xC3, 0x28, 0, 0, 0]],
    ];

    [Fact]
    public void An_image_passes_with_its_header_and_length()
    {
        var content = JpegBuilder.WithExif(640, 480, TiffBuilder.Orientation(6));
        var image = new BytesImage(content, "bytes");
        var inspected = ImageInspector.Inspect(image);
        Assert.Equal((content.Length, ImageFormat.Jpeg), (inspected.Length, inspected.Header.Format));
        Assert.Equal((480, 640), inspected.DisplayedSize(applyOrientation: true));
        Assert.Equal((640, 480), inspected.DisplayedSize(applyOrientation: false));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(8)]
    public void A_PNG_is_not_turned_and_says_its_orientation(int orientation)
    {
        var inspected = ImageInspector.Inspect(new BytesImage(PngBuilder.WithExif(640, 480, TiffBuilder.Orientation(orientation)), "bytes"));
        Assert.Equal(orientation, inspected.Header.ExifOrientation);
        Assert.Equal((640, 480), inspected.DisplayedSize(applyOrientation: true));
        Assert.Equal((640, 480), inspected.DisplayedSize(applyOrientation: false));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(6, true)]
    [InlineData(7, true)]
    [InlineData(8, true)]
    public void Orientations_5_to_8_swap_the_sides(int orientation, bool swapped)
    {
        var inspected = ImageInspector.Inspect(new BytesImage(JpegBuilder.WithExif(640, 480, TiffBuilder.Orientation(orientation)), "bytes"));
        Assert.Equal(swapped ? (480, 640) : (640, 480), inspected.DisplayedSize(applyOrientation: true));
    }

    [Fact]
    public void No_bytes_are_empty() => AssertError(ErrorId.ImageEmpty, "'bytes' is empty; an image has 1 to 5,242,880 bytes.", []);

    [Theory]
    [MemberData(nameof(OtherContent))]
    public void Other_content_is_named(string found, byte[] content) =>
        AssertError(ErrorId.ImageFormat, $"'bytes' is {found} by its content; only PNG and JPEG images are taken.", content);

    [Fact]
    public void A_truncated_header_says_after_how_many_bytes() => AssertError(
        ErrorId.ImageTruncated, "'bytes' begins as a PNG image and ends after 20 bytes, inside its header.", [.. PngBuilder.Plain(640, 480).Take(20)]);

    [Fact]
    public void One_byte_more_than_the_API_takes_is_too_large()
    {
        var content = PngBuilder.Plain(640, 480);
        Array.Resize(ref content, ImageLimits.MaxBytes);
        Assert.Equal(ImageLimits.MaxBytes, ImageInspector.Inspect(new BytesImage(content, "bytes")).Length);
        Array.Resize(ref content, ImageLimits.MaxBytes + 1);
        AssertError(ErrorId.ImageTooLarge, "'bytes' has 5,242,881 bytes; the API takes at most 5,242,880.", content);
    }

    [Fact]
    public void Large_content_that_is_no_image_is_called_what_it_is() => AssertError(
        ErrorId.ImageFormat, "'bytes' is a PDF document by its content; only PNG and JPEG images are taken.", [.. "%PDF-"u8, .. new byte[ImageLimits.MaxBytes]]);

    [Fact]
    public void What_is_outside_a_documented_limit_passes()
    {
        var large = JpegBuilder.Plain(640, 480);
        Array.Resize(ref large, 4_500_000);
        Assert.Equal(5000, ImageInspector.Inspect(new BytesImage(PngBuilder.Plain(5000, 10), "bytes")).Header.Width);
        Assert.Equal(4_500_000, ImageInspector.Inspect(new BytesImage(large, "bytes")).Length);
        Assert.Null(ImageInspector.Inspect(new BytesImage(PngBuilder.Plain(0, 0), "bytes")).Header.Width);
    }

    [Fact]
    public void A_stream_that_fails_while_its_header_is_read_is_unreadable()
    {
        using var stream = new FailingStream(PngBuilder.Plain(640, 480), failAt: 20, canSeek: true);
        var error = Assert.Throws<CustomLabelsException>(() => ImageInspector.Inspect(new StreamImage(stream, "stream"))).Error;
        Assert.Equal((ErrorId.ImageUnreadable, "'stream' can't be read: The line is cut."), (error.Id, error.Message));
    }

    [Fact]
    public void A_file_is_named_by_its_full_path()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("notes.jpg", "hello"u8.ToArray());
        var error = Assert.Throws<CustomLabelsException>(() => ImageInspector.Inspect(new FileImage(path))).Error;
        Assert.StartsWith($"'{path}' is text", error.Message, StringComparison.Ordinal);
        Assert.Throws<CustomLabelsException>(() => ImageInspector.Inspect(new FileImage(Path.Combine(path, "a.jpg"))));
    }

    private static void AssertError(ErrorId id, string message, byte[] content)
    {
        var error = Assert.Throws<CustomLabelsException>(() => ImageInspector.Inspect(new BytesImage(content, "bytes"))).Error;
        Assert.Equal((id, message, ErrorScope.Image), (error.Id, error.Message, error.Scope));
        Assert.NotEmpty(error.RecommendedAction);
    }
}
