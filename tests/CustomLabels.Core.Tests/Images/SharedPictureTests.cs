using System.IO;
using CustomLabels.Images;
using Xunit;

namespace CustomLabels.Core.Tests.Images;

/// <summary>Pictures that were once taken for something else.</summary>
public sealed class SharedPictureTests
{
    [SharedTheory("cases/pictures")]
    [InlineData("base.jpg")]
    [InlineData("base.png")]
    [InlineData("k1-junk-between-segments.jpg")]
    [InlineData("k1b-app14-length-one-short.jpg")]
    [InlineData("k1c-ff00-between-segments.jpg")]
    [InlineData("k3-exif6-after-idat.png")]
    [InlineData("k4-exif6-before-idat.png", 6)]
    public void Pictures_that_decoders_open_are_96_by_72_and_valid(string name, int? orientation = null)
    {
        var result = Test(name);
        Assert.Equal((96, 72, orientation, true), (result.Width, result.Height, result.ExifOrientation, result.IsValid));
    }

    [SharedTheory("cases/pictures")]
    [InlineData("k2-cgbi-before-ihdr.png", "an image of Xcode (CgBI, a variant of PNG outside the standard)")]
    [InlineData("k7-ffd8-then-nothing-jpeg.jpg", "JPEG without a frame")]
    [InlineData("k8-jpeg2000-codestream.jpg", "a JPEG 2000 image")]
    public void What_no_decoder_opens_is_not_valid_and_is_named(string name, string found)
    {
        var result = Test(name);
        Assert.False(result.IsValid);
        Assert.Equal(found, result.Limits[0].Found);
    }

    private static ImageTestResult Test(string name) => ImageTester.Test(new FileImage(Path.Combine(SharedFolder.PathOf("cases/pictures"), name)));
}
