using CustomLabels.Images;
using CustomLabels.Imaging.Decoding;
using SkiaSharp;
using Xunit;

namespace CustomLabels.Imaging.Tests.Decoding;

public sealed class OrientationTests
{
    // CIPA DC-008, Orientation: where row 0 and column 0 of what is stored are seen.
    [Theory]
    [InlineData(1, "abc/def")]
    [InlineData(2, "cba/fed")]
    [InlineData(3, "fed/cba")]
    [InlineData(4, "def/abc")]
    [InlineData(5, "ad/be/cf")]
    [InlineData(6, "da/eb/fc")]
    [InlineData(7, "fc/eb/da")]
    [InlineData(8, "cf/be/ad")]
    public void Each_pixel_comes_where_a_viewer_shows_it(int orientation, string seen)
    {
        using var turned = Orientation.Apply(TestPictures.Bitmap(3, 2, (x, y) => Color((char)('a' + x + 3 * y))), Header(ImageFormat.Jpeg, orientation));

        var rows = seen.Split('/');
        Assert.Equal((rows[0].Length, rows.Length), (turned.Width, turned.Height));
        for (var y = 0; y < rows.Length; y++)
        {
            for (var x = 0; x < rows[y].Length; x++) Assert.Equal(Color(rows[y][x]), turned.GetPixel(x, y));
        }
    }

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(2, 1, 0)]
    [InlineData(3, 1, 1)]
    [InlineData(4, 0, 1)]
    [InlineData(5, 0, 0)]
    [InlineData(6, 1, 0)]
    [InlineData(7, 1, 1)]
    [InlineData(8, 0, 1)]
    public void A_JPEG_is_turned_by_its_file_and_its_scaled_copy_too(int orientation, int right, int bottom)
    {
        // A red block in the stored corner above left, of 64 x 32 pixels.
        var file = TestPictures.Turned(TestPictures.Draw(64, 32, ImageFormat.Jpeg, (x, y) => x < 16 && y < 16 ? SKColors.Red : SKColors.White), (byte)orientation);

        foreach (var scale in new[] { 1, 4 })
        {
            using var picture = TestPictures.Decode(file, 64 / scale);

            Assert.Equal(orientation < 5 ? (64 / scale, 32 / scale) : (32 / scale, 64 / scale), (picture.Bitmap.Width, picture.Bitmap.Height));
            foreach (var (x, y) in new[] { (0, 0), (1, 0), (0, 1), (1, 1) })
            {
                var green = picture.Bitmap.GetPixel(x * (picture.Bitmap.Width - 1), y * (picture.Bitmap.Height - 1)).Green;
                if ((x, y) == (right, bottom)) Assert.InRange(green, 0, 10);
                else Assert.InRange(green, 245, 255);
            }
        }
    }

    [Fact]
    public void A_PNG_is_not_turned_by_its_eXIf()
    {
        var file = new TestPng(2, 1, 8, 2).Chunk("eXIf", TestPictures.Tiff(6)).WithRows(0, 255, 0, 0, 0, 0, 255);

        using var picture = TestPictures.Decode(file);

        Assert.Equal((6, 2, 1), (picture.Header.ExifOrientation, picture.Bitmap.Width, picture.Bitmap.Height));
        Assert.Equal(SKColors.Red, picture.Bitmap.GetPixel(0, 0));
    }

    private static SKColor Color(char name) => new((byte)(name * 2), (byte)name, (byte)(255 - name));

    private static ImageHeader Header(ImageFormat format, int orientation) => new(format, 3, 2, orientation, IsTruncated: false);
}
