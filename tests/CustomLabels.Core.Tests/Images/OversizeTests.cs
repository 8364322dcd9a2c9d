using CustomLabels.Fuzz.Headers;
using CustomLabels.Images;
using Xunit;

namespace CustomLabels.Core.Tests.Images;

public sealed class OversizeTests
{
    [Theory]
    [InlineData(4_000_000, 4096, 4096, false)]
    [InlineData(4_000_001, 64, 64, true)]
    [InlineData(1, 4097, 64, true)]
    [InlineData(1, 64, 4097, true)]
    [InlineData(null, null, null, false)]
    public void What_is_larger_than_documented_is_oversized(int? length, int? width, int? height, bool isOversized) => Assert.Equal(isOversized, Oversize.Is(length, width, height));

    [Theory]
    [InlineData(8192, 4096, 4096, 2048)]
    [InlineData(3000, 12_000, 1024, 4096)]
    [InlineData(4096, 4096, 4096, 4096)]
    [InlineData(100_000, 3, 4096, 1)]
    public void The_longer_side_is_scaled_to_the_most_that_is_allowed(int width, int height, int scaledWidth, int scaledHeight) => Assert.Equal((scaledWidth, scaledHeight), Oversize.Scaled(width, height));

    [Theory]
    [InlineData(5000, 3000, true)]
    [InlineData(4096, 3000, false)]
    [InlineData(8000, 400, true)]
    [InlineData(8000, 399, false)]
    [InlineData(8192, 100, false)]
    [InlineData(20, 30, false)]
    public void Shrinking_helps_what_is_too_large_and_not_too_long(int width, int height, bool canShrink) =>
        Assert.Equal(canShrink, ImageTester.Test(new BytesImage(PngBuilder.Plain((uint)width, (uint)height), "a")).CanShrink);

    [Fact]
    public void Shrinking_does_not_help_what_can_not_be_decoded()
    {
        byte[] noPicture = [.. "GIF89a"u8, .. new byte[6_000_000]];
        Assert.False(ImageTester.Test(new BytesImage(noPicture, "a")).CanShrink);
        Assert.True(ImageTester.Test(new BytesImage([.. PngBuilder.Plain(500, 500), .. new byte[6_000_000]], "a")).CanShrink);
    }
}
