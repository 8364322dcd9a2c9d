using System.IO;
using CustomLabels.Images;
using CustomLabels.Imaging.Decoding;
using CustomLabels.Imaging.Encoding;
using SkiaSharp;
using Xunit;

namespace CustomLabels.Imaging.Tests;

public sealed class PictureDecoderTests
{
    [Theory]
    [InlineData(ImageFormat.Png)]
    [InlineData(ImageFormat.Jpeg)]
    public void What_is_encoded_is_decoded(ImageFormat format)
    {
        using var drawn = new SKBitmap(new SKImageInfo(40, 30, SKColorType.Rgba8888, SKAlphaType.Premul));
        drawn.Erase(SKColors.Red);
        using var file = new MemoryStream();
        PictureEncoder.Encode(drawn, format, 90, file);

        using var picture = PictureDecoder.Decode(new BytesImage(file.ToArray(), "a"), maxDimension: 20);

        Assert.Equal((20, 15, false), (picture.Bitmap.Width, picture.Bitmap.Height, picture.IsIncomplete));
        Assert.InRange(picture.Bitmap.GetPixel(10, 7).Red, 250, 255);
    }
}
