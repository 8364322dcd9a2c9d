using CustomLabels.Pictures;
using Xunit;

namespace CustomLabels.Core.Tests.Pictures;

public sealed class PictureRectangleTests
{
    private static readonly BoundingBox Box = new(0.105, 0.205, 0.3, 0.4);

    [Fact]
    public void A_box_is_drawn_to_the_nearest_pixel() => Assert.Equal(new PictureRectangle(11, 21, 41, 61), PictureRectangle.Of(Box, 100, 100));

    [Fact]
    public void What_hides_a_box_covers_every_pixel_of_it() => Assert.Equal(new PictureRectangle(10, 20, 41, 61), PictureRectangle.Around(Box, 100, 100));

    [Fact]
    public void A_box_thinner_than_a_pixel_has_one_to_hide() => Assert.Equal(new PictureRectangle(99, 0, 100, 1), PictureRectangle.Around(new BoundingBox(0.99999999999, -1, 1, 1), 100, 100));

    [Fact]
    public void What_shows_a_box_shows_no_pixel_beside_it() => Assert.Equal(new PictureRectangle(11, 21, 40, 60), PictureRectangle.Within(Box, 100, 100));

    [Fact]
    public void A_ratio_of_whole_pixels_is_these_pixels()
    {
        // 0.1 + 0.2 is a little over 0.3 in binary.
        var box = new BoundingBox(0.1, 0.7, 0.2, 0.1);
        Assert.Equal(new PictureRectangle(10, 70, 30, 80), PictureRectangle.Around(box, 100, 100));
        Assert.Equal(new PictureRectangle(10, 70, 30, 80), PictureRectangle.Within(box, 100, 100));
    }

    [Theory]
    [InlineData(-0.5, -0.5, 2, 2, 0, 0, 100, 50)]
    [InlineData(0.999, 0.999, 0.0001, 0.0001, 99, 49, 100, 50)]
    public void A_box_stays_in_the_picture_and_has_a_pixel(double left, double top, double width, double height, int l, int t, int r, int b) =>
        Assert.Equal(new PictureRectangle(l, t, r, b), PictureRectangle.Of(new BoundingBox(left, top, width, height), 100, 50));

    [Fact]
    public void Padding_is_a_part_of_the_box_on_each_side() =>
        Assert.Equal(new PictureRectangle(15, 0, 45, 80), PictureRectangle.Padded(new BoundingBox(0.2, 0.1, 0.2, 0.5), 0.25, 100, 100) with { Top = 0, Bottom = 80 });

    // 4:2:0: blocks of 16 by 16, which are laid from the corner where the first stored pixel is displayed; 2 pixels more are blended.
    [Theory]
    [InlineData(1, 0, 0, 34, 34)]
    [InlineData(2, 0, 0, 36, 34)]
    [InlineData(3, 0, 0, 36, 36)]
    [InlineData(4, 0, 0, 34, 36)]
    [InlineData(6, 0, 0, 36, 34)]
    [InlineData(8, 0, 0, 34, 36)]
    public void A_hidden_part_takes_the_blocks_of_the_jpeg_and_what_they_are_blended_with(int orientation, float left, float top, float right, float bottom)
    {
        var blocks = JpegBlocks.Of(new System.IO.MemoryStream(Jpeg(0x22)), orientation);
        Assert.Equal(new PictureRectangle(left, top, right, bottom), blocks.Around(new PictureRectangle(10, 10, 30, 30), 50, 50));
    }

    [Theory]
    [InlineData(0x22, 1, 16, 16)]
    [InlineData(0x21, 1, 16, 8)]
    [InlineData(0x21, 6, 8, 16)]
    [InlineData(0x11, 1, 8, 8)]
    [InlineData(0x41, 1, 32, 8)]
    [InlineData(0x00, 1, 32, 32)]
    public void Blocks_are_as_large_as_the_frame_says(byte sampling, int orientation, int width, int height)
    {
        var blocks = JpegBlocks.Of(new System.IO.MemoryStream(Jpeg(sampling)), orientation);
        Assert.Equal((width, height), (blocks.Width, blocks.Height));
    }

    // SOI, an APP0 to pass over, and a frame of one component; a damaged one where its sampling is 0.
    private static byte[] Jpeg(byte sampling) => sampling == 0 ? [0xFF, 0xD8, 0xFF] : [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC2, 0, 11, 8, 0, 50, 0, 50, 1, 1, sampling, 0];
}
