using System.Linq;
using CustomLabels.Images;
using Xunit;

namespace CustomLabels.Core.Tests.Images;

public sealed class ImageLimitsTests
{
    [Theory]
    [InlineData(0, LimitState.No)]
    [InlineData(1, LimitState.Yes)]
    [InlineData(4_000_000, LimitState.Yes)]
    [InlineData(4_000_001, LimitState.Unknown)]
    [InlineData(4_194_304, LimitState.Unknown)]
    [InlineData(4_194_305, LimitState.No)]
    [InlineData(5_242_881, LimitState.No)]
    public void Four_megabytes_are_unknown_between_their_two_readings(long length, LimitState within) =>
        Assert.Equal(within, Limit("Bytes", Png(640, 480), length).Within);

    [Theory]
    [InlineData(63, LimitState.No)]
    [InlineData(64, LimitState.Yes)]
    [InlineData(4096, LimitState.Yes)]
    [InlineData(4097, LimitState.No)]
    [InlineData(null, LimitState.Unknown)]
    public void Each_side_has_64_to_4096_pixels(int? side, LimitState within)
    {
        Assert.Equal(within, Limit("Width", Png(side, 640)).Within);
        Assert.Equal(within, Limit("Height", Png(640, side)).Within);
    }

    [Theory]
    [InlineData(2000, 100, LimitState.Yes, "20:1")]
    [InlineData(100, 2000, LimitState.Yes, "20:1")]
    [InlineData(2001, 100, LimitState.No, "20.01:1")]
    [InlineData(200001, 10000, LimitState.No, "20.01:1")]
    [InlineData(int.MaxValue, 1, LimitState.No, "2147483647:1")]
    [InlineData(int.MaxValue, int.MaxValue, LimitState.Yes, "1:1")]
    [InlineData(640, 480, LimitState.Yes, "1.34:1")]
    public void The_long_side_is_at_most_twenty_times_the_short_one(int width, int height, LimitState within, string found)
    {
        var limit = Limit("AspectRatio", Png(width, height));
        Assert.Equal((within, found), (limit.Within, limit.Found));
    }

    [Fact]
    public void An_unknown_side_leaves_the_aspect_ratio_unknown() => Assert.Equal(LimitState.Unknown, Limit("AspectRatio", Png(640, null)).Within);

    [Fact]
    public void Sides_are_compared_as_displayed()
    {
        var png = Png(5000, 640) with { ExifOrientation = 6 };
        var jpeg = png with { Format = ImageFormat.Jpeg };
        Assert.Equal(("640", "5000"), (Limit("Width", jpeg).Found, Limit("Height", jpeg).Found));
        Assert.Equal(("5000", "640"), (Limit("Width", png).Found, Limit("Height", png).Found));
    }

    [Fact]
    public void An_image_that_no_decoder_opens_is_outside_the_format() =>
        Assert.Equal("Format PNG of zero width or height (allowed PNG or JPEG)", Limit("Format", Png(null, null) with { Defect = "of zero width or height" }).ToString());

    [Fact]
    public void A_truncated_image_is_outside_the_format() =>
        Assert.Equal("Format PNG that ends inside its header (allowed PNG or JPEG)", Limit("Format", Png(null, null) with { IsTruncated = true }).ToString());

    [Fact]
    public void Every_limit_is_listed() =>
        Assert.Equal("Format, Bytes, Width, Height, AspectRatio", string.Join(", ", ImageLimits.Check(Png(640, 480), 1000).Select(limit => limit.Name)));

    [Fact]
    public void Nothing_is_explained_where_nothing_is_outside() => Assert.Null(ImageLimits.Explain(ImageLimits.Check(Png(640, null), 1000)));

    [Fact]
    public void One_limit_is_explained_in_one_sentence() => Assert.Equal(
        "The image is outside a documented limit: Width 5000 (allowed 64 to 4096 pixels).",
        ImageLimits.Explain(ImageLimits.Check(Png(5000, 4000), 1000)));

    [Fact]
    public void Several_limits_are_explained_in_one_sentence() => Assert.Equal(
        "The image is outside documented limits: Width 5000 (allowed 64 to 4096 pixels), AspectRatio 50:1 (allowed 1:1 to 20:1); "
            + "it may also be outside Bytes 4,100,000 (allowed 1 byte to 4 MB, which is 4,000,000 or 4,194,304 bytes).",
        ImageLimits.Explain(ImageLimits.Check(Png(5000, 100), 4_100_000)));

    [Fact]
    public void Bytes_between_the_readings_are_explained_as_a_maybe() => Assert.Equal(
        "The image may be outside a documented limit: Bytes 4,100,000 (allowed 1 byte to 4 MB, which is 4,000,000 or 4,194,304 bytes).",
        ImageLimits.Explain(ImageLimits.Check(Png(640, 480), 4_100_000)));

    [Theory]
    [InlineData(15_000_000, LimitState.Yes)]
    [InlineData(15_728_640, LimitState.Unknown)]
    [InlineData(15_728_641, LimitState.No)]
    public void Objects_in_S3_may_have_fifteen_megabytes(long size, LimitState within) =>
        Assert.Equal(within, Assert.Single(ImageLimits.Check(new S3Image("line4", "a.jpg", size: size))).Within);

    [Fact]
    public void An_object_of_unknown_size_has_no_limit_to_check() => Assert.Empty(ImageLimits.Check(new S3Image("line4", "a.jpg")));

    private static ImageHeader Png(int? width, int? height) => new(ImageFormat.Png, width, height, ExifOrientation: null, IsTruncated: false);

    private static ImageLimit Limit(string name, ImageHeader header, long length = 1000) =>
        ImageLimits.Check(header, length).Single(limit => string.Equals(limit.Name, name, System.StringComparison.Ordinal));
}
