using System;
using System.IO;
using System.Linq;
using CustomLabels.Images;
using CustomLabels.Imaging.Drawing;
using CustomLabels.Pictures;
using CustomLabels.Tests;
using SkiaSharp;
using Xunit;

namespace CustomLabels.Imaging.Tests.Redaction;

public sealed class RedactionTests
{
    private const int Width = 150;
    private const int Height = 110;
    private static readonly BoundingBox Box = new(0.31, 0.27, 0.25, 0.3);
    private static readonly PictureEncoding Same = new(PictureFormat.Same, 90, MaxDimension: null, KeepsMetadata: false);

    [Theory]
    [InlineData(null)]
    [InlineData(60)]
    public void A_filled_png_is_the_same_whatever_was_hidden(int? maxDimension)
    {
        using var one = Noise(hidden: 1);
        using var other = Noise(hidden: 2);
        var encoding = Same with { MaxDimension = maxDimension };
        Assert.Equal(Redacted(DrawnPictures.Encode(one, ImageFormat.Png), encoding), Redacted(DrawnPictures.Encode(other, ImageFormat.Png), encoding));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void A_filled_jpeg_is_the_same_whatever_was_hidden(int orientation)
    {
        // The stored blocks that hold a hidden pixel differ as a whole, and a little beyond.
        byte[] Of(int hidden)
        {
            using var displayed = Noise(hidden);
            using var stored = DrawnPictures.Stored(displayed, orientation);
            return DrawnPictures.WithOrientation(DrawnPictures.Encode(stored, ImageFormat.Jpeg), orientation);
        }

        var (one, other) = (Of(1), Of(2));
        Assert.NotEqual(one, other);
        Assert.Equal(Redacted(one, Same), Redacted(other, Same));
    }

    [Fact]
    public void Outside_the_blocks_of_a_hidden_part_a_jpeg_is_as_it_was()
    {
        using var picture = Noise(hidden: 1);
        var content = DrawnPictures.Encode(picture, ImageFormat.Jpeg);
        using var before = DrawnPictures.Decode(new MemoryStream(content));
        using var after = DrawnPictures.Decode(new MemoryStream(Redacted(content, Same with { Format = PictureFormat.Png })));
        var box = PictureRectangle.Around(Box, Width, Height);
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var isNear = x >= box.Left - 18 && x < box.Right + 18 && y >= box.Top - 18 && y < box.Bottom + 18;
                if (!isNear) Assert.Equal(before.GetPixel(x, y), after.GetPixel(x, y));
                if (x >= box.Left && x < box.Right && y >= box.Top && y < box.Bottom) Assert.Equal(SKColors.Black, after.GetPixel(x, y));
            }
        }
    }

    [Fact]
    public void All_but_the_boxes_can_be_hidden_and_no_pixel_beside_them_is_seen()
    {
        using var picture = DrawnPictures.Draw(Width, Height, (_, _) => SKColors.White);
        using var after = DrawnPictures.Decode(new MemoryStream(Redacted(DrawnPictures.Encode(picture, ImageFormat.Png), Same, isInverted: true)));
        var shown = PictureRectangle.Within(Box, Width, Height);
        var white = Enumerable.Range(0, Width * Height).Count(i => after.GetPixel(i % Width, i / Width) == SKColors.White);
        Assert.Equal((int)(shown.Width * shown.Height), white);
        Assert.Equal(SKColors.White, after.GetPixel((int)shown.Left, (int)shown.Top));
        Assert.Equal(SKColors.Black, after.GetPixel((int)shown.Left - 1, (int)shown.Top));
    }

    [Fact]
    public void A_transparent_part_is_hidden_too()
    {
        using var picture = DrawnPictures.Draw(Width, Height, (_, _) => new SKColor(255, 0, 0, 100));
        using var after = DrawnPictures.Decode(new MemoryStream(Redacted(DrawnPictures.Encode(picture, ImageFormat.Png), Same)));
        Assert.Equal(SKColors.Black, after.GetPixel(Width / 2, Height / 2));
        Assert.Equal(100, after.GetPixel(1, 1).Alpha);
    }

    [Theory]
    [InlineData(RedactionMethod.Blur)]
    [InlineData(RedactionMethod.Pixelate)]
    public void Obscured_parts_keep_few_details_and_the_rest_all(RedactionMethod method)
    {
        // Stripes of two pixels: nothing of them is left, in a small part and in a large one.
        using var picture = DrawnPictures.Draw(Width, Height, (x, _) => x % 4 < 2 ? SKColors.White : SKColors.Black);
        using var after = DrawnPictures.Decode(new MemoryStream(Redacted(DrawnPictures.Encode(picture, ImageFormat.Png), Same, method: method)));
        var row = Enumerable.Range(55, 20).Select(x => (int)after.GetPixel(x, 45).Red).ToArray();
        Assert.InRange(row.Max() - row.Min(), 0, 90);
        Assert.Equal(SKColors.White, after.GetPixel(1, 45));
        Assert.Equal(SKColors.Black, after.GetPixel(3, 45));
    }

    [Fact]
    public void Nothing_of_a_jpeg_but_its_pixels_survives()
    {
        using var picture = Noise(hidden: 1);
        var secret = "THE-SECRET"u8.ToArray();
        var jpeg = DrawnPictures.Encode(picture, ImageFormat.Jpeg);
        foreach (var marker in new byte[] { 0xE1, 0xE2, 0xED, 0xFE }) jpeg = DrawnPictures.WithSegment(jpeg, marker, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. secret]);
        AssertWithout(secret, Redacted(DrawnPictures.WithSegment([.. jpeg, .. secret], 0xE2, [.. "MPF\0"u8, .. secret]), Same));
    }

    [Fact]
    public void Nothing_of_a_png_but_its_pixels_survives()
    {
        using var picture = Noise(hidden: 1);
        var secret = "THE-SECRET"u8.ToArray();
        var png = DrawnPictures.Encode(picture, ImageFormat.Png);
        foreach (var type in new[] { "tEXt", "eXIf", "prVt" }) png = DrawnPictures.WithChunk(png, type, [.. "Comment\0"u8, .. secret]);
        AssertWithout(secret, Redacted([.. png, .. secret], Same));
    }

    private static void AssertWithout(byte[] secret, byte[] content) => Assert.DoesNotContain(BitConverter.ToString(secret), BitConverter.ToString(content), StringComparison.Ordinal);

    private static SKBitmap Noise(int hidden)
    {
        var (inside, outside) = (new Random(hidden), new Random(99));
        var box = PictureRectangle.Around(Box, Width, Height);
        SKColor Next(Random random) => new((byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256));
        return DrawnPictures.Draw(Width, Height, (x, y) =>
        {
            var seen = Next(outside);
            return x >= box.Left && x < box.Right && y >= box.Top && y < box.Bottom ? Next(inside) : seen;
        });
    }

    private static byte[] Redacted(byte[] content, PictureEncoding encoding, bool isInverted = false, RedactionMethod method = RedactionMethod.Fill)
    {
        using var folder = new TemporaryFolder();
        return new PictureDrawer().Redact(folder.Write("a", content), [Box], method, isInverted, encoding).Files[0].ToArray();
    }
}
