using System.Linq;
using CustomLabels.Images;
using CustomLabels.Imaging.Matching;
using CustomLabels.Pictures;
using SkiaSharp;
using Xunit;

namespace CustomLabels.Imaging.Tests.Matching;

public sealed class PictureFingerprinterTests
{
    private readonly PictureFingerprinter _fingerprinter = new();

    [Fact]
    public void A_copy_is_found_among_pictures_of_a_line()
    {
        var frames = Enumerable.Range(0, 6).Select(Frame).ToArray();
        var known = frames.Select(frame => Take(frame, ImageFormat.Png)).ToArray();
        for (var i = 0; i < frames.Length; i++)
        {
            using var half = frames[i].Resize(new SKSizeI(400, 300), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
            Assert.Equal(i, Take(frames[i], ImageFormat.Jpeg, 70).FindIn(known));
            Assert.Equal(i, Take(half, ImageFormat.Jpeg, 90).FindIn(known));
        }
    }

    [Fact]
    public void A_picture_between_two_of_them_is_unknown()
    {
        var known = Enumerable.Range(0, 3).Select(i => Take(Frame(2 * i), ImageFormat.Png)).ToArray();
        Assert.Equal(-1, Take(Frame(1), ImageFormat.Jpeg, 90).FindIn(known));
    }

    [Fact]
    public void Colour_counts()
    {
        // As bright as one another.
        var red = Take(Flat(new SKColor(160, 60, 60)), ImageFormat.Png);
        var green = Take(Flat(new SKColor(60, 112, 55)), ImageFormat.Png);
        Assert.True(red.DistanceTo(green) > 5);
    }

    [Fact]
    public void A_png_and_a_jpeg_of_one_picture_are_near() => Assert.InRange(Take(Frame(1), ImageFormat.Png).DistanceTo(Take(Frame(1), ImageFormat.Jpeg, 90)), 0, 0.4);

    private static SKBitmap Flat(SKColor color)
    {
        var picture = new SKBitmap(new SKImageInfo(100, 100, SKColorType.Rgba8888, SKAlphaType.Premul));
        picture.Erase(color);
        return picture;
    }

    // The panel moves by four pixels of 800.
    private static SKBitmap Frame(int number)
    {
        var frame = NoisyPictures.Noisy(800, 600, 8);
        using var canvas = new SKCanvas(frame);
        canvas.DrawRect(100 + (4 * number), 150, 350, 300, new SKPaint { Color = new SKColor(190, 190, 200) });
        return frame;
    }

    private PictureFingerprint Take(SKBitmap picture, ImageFormat format, int quality = 95) => _fingerprinter.Take(NoisyPictures.File(picture, format, quality));
}
