using System;
using System.IO;
using System.Linq;
using CustomLabels.Annotations.GroundTruth;
using CustomLabels.Images;
using CustomLabels.Local.Images;
using CustomLabels.Local.Tests.Support;
using Xunit;

namespace CustomLabels.Local.Tests.Images;

public sealed class PixelMatcherTests : IDisposable
{
    private static readonly string[] Keys = ["10.png", "30.png", "50.png", "copy of 50.png", "missing.png", "not an image.png"];

    private readonly TemporaryFolder _folder = new();
    private readonly LabelledImages _images;

    public PixelMatcherTests()
    {
        _folder.Write("10.png", TestImages.Png(64, 64, seed: 10));
        _folder.Write("30.png", TestImages.Png(64, 64, seed: 30));
        _folder.Write("50.png", TestImages.Png(64, 64, seed: 50));
        _folder.Write("copy of 50.png", TestImages.Png(64, 64, length: 250, seed: 50));
        _folder.Write("not an image.png", [1, 2, 3]);
        _images = new LabelledImages(
            new ImageFolder(_folder.Path),
            Keys.Select(key => new ManifestImage(new S3ObjectReference("b", key, Version: null), new[] { new LabelAnnotation { Name = key } })).ToList(),
            new PixelMatcher(new SeedFingerprinter()));
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(10, "10.png")]
    [InlineData(31, "30.png")]
    [InlineData(32, "30.png")]
    [InlineData(34, null)]
    [InlineData(20, null)]
    public void A_copy_is_found_if_it_is_near_enough(byte seed, string? key) => Assert.Equal(key, KeyOf(TestImages.Png(64, 64, length: 333, seed)));

    [Fact]
    public void A_copy_of_two_is_unknown_and_the_same_content_is_not()
    {
        Assert.Null(KeyOf(TestImages.Png(64, 64, length: 333, seed: 50)));
        Assert.Equal("50.png", KeyOf(TestImages.Png(64, 64, seed: 50)));
    }

    [Fact]
    public void A_picture_of_another_shape_is_unknown() => Assert.Null(KeyOf(TestImages.Png(64, 80, length: 333, seed: 10)));

    [Fact]
    public void What_is_no_picture_is_unknown() => Assert.Null(KeyOf([9, 9, 9]));

    [Fact]
    public void A_file_that_has_changed_is_looked_at_again()
    {
        Assert.Null(KeyOf(TestImages.Png(64, 64, length: 333, seed: 90)));
        File.WriteAllBytes(Path.Combine(_folder.Path, "10.png"), TestImages.Png(64, 64, length: 222, seed: 90));
        Assert.Equal("10.png", KeyOf(TestImages.Png(64, 64, length: 333, seed: 90)));
        Assert.Null(KeyOf(TestImages.Png(64, 64, length: 333, seed: 10)));
    }

    private string? KeyOf(byte[] content) => _images.ImageOf(new ArraySegment<byte>(content))?.Key;
}
