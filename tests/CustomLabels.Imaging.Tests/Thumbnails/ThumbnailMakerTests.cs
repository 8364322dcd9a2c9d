using System.IO;
using CustomLabels.Images;
using CustomLabels.Imaging.Thumbnails;
using SkiaSharp;
using Xunit;

namespace CustomLabels.Imaging.Tests.Thumbnails;

public sealed class ThumbnailMakerTests
{
    [Theory]
    [InlineData(1, 100, 50)]
    [InlineData(6, 50, 100)]
    [InlineData(8, 50, 100)]
    public void A_small_picture_is_as_the_large_one_is_displayed(int orientation, int width, int height)
    {
        using var drawn = new SKBitmap(400, 200);
        drawn.Erase(SKColors.Green);

        var small = new ThumbnailMaker().Make(new BytesImage(DrawnPictures.WithOrientation(DrawnPictures.Encode(drawn, ImageFormat.Jpeg), orientation), "a"), 100);

        Assert.Equal((width, height), (small.Width, small.Height));
        var header = ImageHeaderReader.Read(new MemoryStream(small.Jpeg));
        // Nothing turns it a second time.
        Assert.Equal((ImageFormat.Jpeg, width, height, (int?)null), (header.Format, header.Width, header.Height, header.ExifOrientation));
    }
}
