using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Images;
using SkiaSharp;
using Xunit;

namespace CustomLabels.Imaging.Tests.Decoding;

/// <summary>Whatever a file stores, people see colours.</summary>
public sealed class PixelFormatTests
{
    [Fact]
    public void A_JPEG_in_CMYK_has_its_colours()
    {
        using var picture = TestPictures.Decode(Fixtures.CmykJpeg);

        AssertNear(picture.Bitmap.GetPixel(2, 4), 255, 0, 0);
        AssertNear(picture.Bitmap.GetPixel(13, 4), 0, 0, 255);
    }

    [Fact]
    public void A_JPEG_in_YCCK_has_its_colours()
    {
        // Adobe's marker says how the same four components are meant; the colours are what T.872's formulas make of (255, 0, 0, 255).
        var file = (byte[])Fixtures.CmykJpeg.Clone();
        var adobe = IndexOf(file, "Adobe");
        file[adobe + 11] = 2;

        using var picture = TestPictures.Decode(file);

        AssertNear(picture.Bitmap.GetPixel(2, 4), 179, 0, 227);
    }

    [Fact]
    public void A_grey_JPEG_takes_colours()
    {
        using var picture = TestPictures.Decode(Fixtures.GreyJpeg);

        AssertNear(picture.Bitmap.GetPixel(4, 4), 100, 100, 100);
        Assert.Equal(SKColorType.Rgba8888, picture.Bitmap.ColorType);
    }

    [Fact]
    public void A_progressive_JPEG_is_whole()
    {
        using var picture = TestPictures.Decode(Fixtures.ProgressiveJpeg);

        AssertNear(picture.Bitmap.GetPixel(2, 8), 200, 40, 40);
        AssertNear(picture.Bitmap.GetPixel(13, 8), 40, 40, 200);
        Assert.False(picture.IsIncomplete);
    }

    [Fact]
    public void A_PNG_of_16_bits_keeps_its_upper_8()
    {
        using var picture = TestPictures.Decode(new TestPng(1, 1, 16, 2).WithRows(0, 0x80, 0x10, 0x40, 0x10, 0xC0, 0x10));

        AssertNear(picture.Bitmap.GetPixel(0, 0), 0x80, 0x40, 0xC0, tolerance: 1);
    }

    [Theory]
    [InlineData(1, new byte[] { 0, 0b0110_0000 })]
    [InlineData(2, new byte[] { 0, 0b0001_1000 })]
    [InlineData(4, new byte[] { 0, 0x01, 0x10 })]
    [InlineData(8, new byte[] { 0, 0, 1, 1, 0 })]
    public void A_palette_of_any_depth_gives_its_colours_and_its_transparency(byte bitDepth, byte[] row)
    {
        var file = new TestPng(4, 1, bitDepth, 3).Chunk("PLTE", 255, 0, 0, 0, 255, 0).Chunk("tRNS", 255, 0).WithRows(row);

        using var picture = TestPictures.Decode(file);

        Assert.Equal(new[] { 255, 0, 0, 255 }, Enumerable.Range(0, 4).Select(x => (int)picture.Bitmap.GetPixel(x, 0).Alpha));
        Assert.Equal(SKColors.Red, picture.Bitmap.GetPixel(3, 0));
    }

    [Fact]
    public void An_interlaced_PNG_is_put_together()
    {
        // Of 3 x 3 pixels of grey, pass 1 has the first one, 5 the third row's first and third, 4 the first row's third; 6 the second of those rows, 7 the second row.
        var file = new TestPng(3, 3, 8, 0, interlace: 1).WithRows(0, 1, 0, 3, 0, 7, 9, 0, 2, 0, 8, 0, 4, 5, 6);

        using var picture = TestPictures.Decode(file);

        Assert.Equal(Enumerable.Range(1, 9), from y in Enumerable.Range(0, 3) from x in Enumerable.Range(0, 3) select (int)picture.Bitmap.GetPixel(x, y).Red);
    }

    [Theory]
    [InlineData(ImageFormat.Png)]
    [InlineData(ImageFormat.Jpeg)]
    public void A_profile_is_followed_to_sRGB(ImageFormat format)
    {
        using var adobe = SKColorSpace.CreateRgb(SKColorSpaceTransferFn.TwoDotTwo, SKColorSpaceXyz.AdobeRgb);
        using var picture = new SKBitmap(new SKImageInfo(16, 16, SKColorType.Rgba8888, SKAlphaType.Opaque, adobe));
        foreach (var i in Enumerable.Range(0, 256)) new byte[] { 100, 150, 200, 255 }.CopyTo(picture.GetPixelSpan().Slice(4 * i));

        using var decoded = TestPictures.Decode(TestPictures.Encode(picture, format));

        // By the matrices of both (IEC 61966-2-1; Adobe RGB (1998), 4.3).
        AssertNear(decoded.Bitmap.GetPixel(8, 8), 63, 150, 202, tolerance: 4);
    }

    private static int IndexOf(byte[] file, string text) => Enumerable.Range(0, file.Length).First(at => text.Select((letter, i) => file[at + i] == letter).All(same => same));

    private static void AssertNear(SKColor color, int red, int green, int blue, int tolerance = 4)
    {
        var found = new[] { color.Red, color.Green, color.Blue };
        foreach (var (value, wanted) in found.Zip(new[] { red, green, blue }, (value, wanted) => (value, wanted)))
            Assert.True(Math.Abs(value - wanted) <= tolerance, $"{color}, and not {red}, {green}, {blue}");
    }
}
