using System;
using CustomLabels.Images;
using SkiaSharp;
using Xunit;

namespace CustomLabels.Imaging.Tests.Decoding;

public sealed class ScalingTests
{
    [Theory]
    [InlineData(800, 600, 100, 100, 75)]
    [InlineData(800, 600, 333, 333, 250)]
    [InlineData(600, 800, 799, 599, 799)]
    [InlineData(800, 600, 800, 800, 600)]
    [InlineData(900, 2, 30, 30, 1)]
    public void The_longer_side_is_as_long_as_is_allowed(int width, int height, int most, int scaledWidth, int scaledHeight)
    {
        foreach (var format in new[] { ImageFormat.Png, ImageFormat.Jpeg })
        {
            using var picture = TestPictures.Decode(TestPictures.Draw(width, height, format, (x, y) => new SKColor(200, 100, 50)), most);

            Assert.Equal((scaledWidth, scaledHeight), (picture.Bitmap.Width, picture.Bitmap.Height));
            Assert.InRange(picture.Bitmap.GetPixel(scaledWidth / 2, scaledHeight / 2).Red, 195, 205);
        }
    }

    // One that looked at a few pixels only would show stripes that aren't there.
    [Theory]
    [InlineData(ImageFormat.Png, 64)]
    [InlineData(ImageFormat.Png, 77)]
    [InlineData(ImageFormat.Jpeg, 64)]
    public void A_fine_pattern_becomes_grey(ImageFormat format, int most)
    {
        using var picture = TestPictures.Decode(TestPictures.Draw(512, 512, format, (x, y) => (x + y) % 2 == 0 ? SKColors.Black : SKColors.White), most);

        for (var i = 2; i < most - 2; i += 7) Assert.InRange(picture.Bitmap.GetPixel(i, i).Green, 112, 144);
    }

    [Fact]
    public void An_edge_stays_where_it_is()
    {
        using var picture = TestPictures.Decode(TestPictures.Draw(1000, 500, ImageFormat.Jpeg, (x, y) => x < 500 ? SKColors.Black : SKColors.White), 100);

        Assert.InRange(picture.Bitmap.GetPixel(48, 25).Green, 0, 30);
        Assert.InRange(picture.Bitmap.GetPixel(51, 25).Green, 225, 255);
    }
}
