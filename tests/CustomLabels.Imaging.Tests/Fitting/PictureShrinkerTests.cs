using System;
using System.IO;
using System.Linq;
using System.Threading;
using CustomLabels.Images;
using CustomLabels.Imaging.Decoding;
using CustomLabels.Imaging.Fitting;
using CustomLabels.Pictures;
using SkiaSharp;
using Xunit;

namespace CustomLabels.Imaging.Tests.Fitting;

public sealed class PictureShrinkerTests
{
    // Big-endian TIFF of one entry: Orientation 6, a quarter to the right.
    private static readonly byte[] Exif = [0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];

    [Theory]
    [InlineData(3000, 2400, 70)]
    [InlineData(2600, 2600, 255)]
    [InlineData(4400, 600, 20)]
    [InlineData(300, 6000, 255)]
    public void A_jpeg_fits_after_three_encodes_at_most(int width, int height, int noise)
    {
        using var picture = NoisyPictures.Noisy(width, height, noise);
        var shrunk = Shrink(NoisyPictures.File(picture, ImageFormat.Jpeg, 100));
        AssertFits(shrunk, ImageFormat.Jpeg);
        Assert.Equal((double)width / height, (double)shrunk.Width / shrunk.Height, width > height ? 1 : 3);
    }

    [Fact]
    public void Quality_goes_first_and_the_size_stays()
    {
        using var picture = NoisyPictures.Noisy(3000, 2400, 70);
        var shrunk = Shrink(NoisyPictures.File(picture, ImageFormat.Jpeg, 100));
        Assert.Equal((3000, 2400), (shrunk.Width, shrunk.Height));
        Assert.InRange(shrunk.Quality!.Value, 75, 94);
        // Not much smaller than it has to be.
        Assert.InRange(shrunk.Bytes.Length, 3_200_000, Oversize.MaxBytes);
    }

    [Fact]
    public void A_picture_of_noise_alone_is_scaled()
    {
        using var picture = NoisyPictures.Noisy(3600, 3600, 255);
        var shrunk = Shrink(NoisyPictures.File(picture, ImageFormat.Jpeg, 100));
        AssertFits(shrunk, ImageFormat.Jpeg);
        Assert.InRange(shrunk.Width, 1500, 3500);
    }

    [Fact]
    public void A_png_that_fits_without_loss_stays_one()
    {
        using var picture = new SKBitmap(new SKImageInfo(5000, 500, SKColorType.Rgba8888, SKAlphaType.Premul));
        picture.Erase(SKColors.CornflowerBlue);
        var shrunk = Shrink(NoisyPictures.File(picture, ImageFormat.Png));
        AssertFits(shrunk, ImageFormat.Png);
        Assert.Equal((4096, 410, 1), (shrunk.Width, shrunk.Height, shrunk.EncodeCount));
    }

    [Fact]
    public void A_photograph_as_png_becomes_a_jpeg_of_the_same_size()
    {
        using var picture = NoisyPictures.Noisy(1600, 1200, 60);
        var file = NoisyPictures.File(picture, ImageFormat.Png);
        Assert.True(file.Length > Oversize.MaxBytes);
        var shrunk = Shrink(file);
        AssertFits(shrunk, ImageFormat.Jpeg);
        Assert.Equal((1600, 1200, 95), (shrunk.Width, shrunk.Height, shrunk.Quality));
    }

    [Fact]
    public void A_png_that_is_transparent_somewhere_stays_one_and_is_scaled()
    {
        using var picture = NoisyPictures.Noisy(1600, 1200, 60);
        picture.SetPixel(1599, 1199, SKColors.Transparent);
        var shrunk = Shrink(NoisyPictures.File(picture, ImageFormat.Png));
        AssertFits(shrunk, ImageFormat.Png);
        Assert.InRange(shrunk.Width, 1000, 1599);
        using var decoded = PictureDecoder.Decode(new BytesImage(shrunk.Bytes, "a"));
        Assert.InRange(decoded.Bitmap.GetPixel(shrunk.Width - 1, shrunk.Height - 1).Alpha, 0, 254);
    }

    [Fact]
    public void What_is_made_is_upright()
    {
        using var picture = new SKBitmap(new SKImageInfo(4200, 400, SKColorType.Rgba8888, SKAlphaType.Premul));
        picture.Erase(SKColors.White);
        using (var canvas = new SKCanvas(picture)) canvas.DrawRect(0, 0, 2100, 400, new SKPaint { Color = SKColors.Red });
        var file = Bytes(NoisyPictures.File(picture, ImageFormat.Jpeg, 95));
        var shrunk = Shrink(new BytesImage([.. file.Take(2), .. Exif, .. file.Skip(2)], "a"));
        Assert.Equal((390, 4096), (shrunk.Width, shrunk.Height));
        using var decoded = PictureDecoder.Decode(new BytesImage(shrunk.Bytes, "a"));
        Assert.Null(decoded.Header.ExifOrientation);
        Assert.Equal((390, 4096), (decoded.Bitmap.Width, decoded.Bitmap.Height));
        var (top, bottom) = (decoded.Bitmap.GetPixel(195, 1000), decoded.Bitmap.GetPixel(195, 3000));
        Assert.True(top.Green < 40 && bottom.Green > 215, $"{top} above {bottom}");
    }

    [Fact]
    public void A_file_that_ends_before_its_picture_is_an_error()
    {
        using var picture = NoisyPictures.Noisy(4200, 400, 60);
        var file = Bytes(NoisyPictures.File(picture, ImageFormat.Jpeg));
        var half = new BytesImage([.. file.Take(file.Length / 2)], "a.jpg");
        var exception = Assert.Throws<CustomLabelsException>(() => Shrink(half));
        Assert.Equal(ErrorId.ImageTruncated, exception.Error.Id);
        Assert.Contains("a.jpg", exception.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_ends_when_nobody_waits_for_it_any_more()
    {
        using var picture = NoisyPictures.Noisy(4200, 400, 60);
        Assert.Throws<OperationCanceledException>(() => new PictureShrinker().Shrink(NoisyPictures.File(picture, ImageFormat.Jpeg), new CancellationToken(canceled: true)));
    }

    private static ShrunkPicture Shrink(LocalImage image) => new PictureShrinker().Shrink(image, CancellationToken.None);

    private static byte[] Bytes(BytesImage image)
    {
        using var content = image.OpenRead();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static void AssertFits(ShrunkPicture shrunk, ImageFormat format)
    {
        Assert.False(Oversize.Is(shrunk.Bytes.Length, shrunk.Width, shrunk.Height));
        Assert.InRange(shrunk.EncodeCount, 1, 3);
        var header = ImageHeaderReader.Read(new MemoryStream(shrunk.Bytes));
        Assert.Equal((format, shrunk.Width, shrunk.Height), (header.Format, header.Width, header.Height));
        Assert.Equal(format, shrunk.Format);
    }
}
