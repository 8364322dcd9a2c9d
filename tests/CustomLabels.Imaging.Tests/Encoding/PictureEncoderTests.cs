using System.IO;
using System.Linq;
using CustomLabels.Images;
using CustomLabels.Imaging.Encoding;
using CustomLabels.Imaging.Tests.Decoding;
using SkiaSharp;
using Xunit;

namespace CustomLabels.Imaging.Tests.Encoding;

public sealed class PictureEncoderTests
{
    [Fact]
    public void What_is_transparent_is_white_in_a_JPEG()
    {
        using var drawn = TestPictures.Bitmap(16, 16, (x, y) => x < 8 ? SKColors.Transparent : new SKColor(0, 0, 0, 128));

        using var picture = TestPictures.Decode(TestPictures.Encode(drawn, ImageFormat.Jpeg));

        Assert.InRange(picture.Bitmap.GetPixel(2, 8).Red, 250, 255);
        Assert.InRange(picture.Bitmap.GetPixel(13, 8).Red, 120, 134);
    }

    [Fact]
    public void What_is_transparent_stays_so_in_a_PNG()
    {
        using var drawn = TestPictures.Bitmap(2, 1, (x, y) => x == 0 ? SKColors.Transparent : SKColors.Lime);

        using var picture = TestPictures.Decode(TestPictures.Encode(drawn, ImageFormat.Png));

        Assert.Equal((0, SKColors.Lime), (picture.Bitmap.GetPixel(0, 0).Alpha, picture.Bitmap.GetPixel(1, 0)));
    }

    [Fact]
    public void A_lower_quality_makes_a_smaller_file()
    {
        var noise = new System.Random(1);
        using var drawn = TestPictures.Bitmap(64, 64, (x, y) => new SKColor((byte)noise.Next(256), 0, 0));

        Assert.True(TestPictures.Encode(drawn, ImageFormat.Jpeg, 30).Length < TestPictures.Encode(drawn, ImageFormat.Jpeg, 95).Length);
    }

    [Fact]
    public void Of_the_source_nothing_but_pixels_is_in_the_file()
    {
        var source = TestPictures.Turned(TestPictures.Draw(16, 16, ImageFormat.Jpeg, (x, y) => SKColors.Red), 6);
        using var picture = TestPictures.Decode(source);

        var file = TestPictures.Encode(picture.Bitmap, ImageFormat.Jpeg);

        Assert.Null(ImageHeaderReader.Read(new MemoryStream(file)).ExifOrientation);
        Assert.DoesNotContain(Enumerable.Range(0, file.Length - 1), at => file[at] == 0xFF && file[at + 1] is 0xE1 or 0xED or 0xFE);
    }

    [Fact]
    public void A_side_that_no_JPEG_can_have_is_an_error()
    {
        using var drawn = new SKBitmap(new SKImageInfo(66_000, 1, SKColorType.Rgba8888, SKAlphaType.Premul));

        Assert.Throws<IOException>(() => TestPictures.Encode(drawn, ImageFormat.Jpeg));
    }
}
