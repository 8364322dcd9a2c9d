using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CustomLabels.Fuzz.Headers;
using Xunit;
using static CustomLabels.Core.Tests.Annotations.Manifests.ManifestScene;

namespace CustomLabels.Core.Tests.Annotations.Manifests;

/// <summary>Each rule for images has a file that breaks it.</summary>
public sealed class PictureRuleTests : IDisposable
{
    private const string Box = "{\"class_id\":0,\"left\":10,\"top\":20,\"width\":30,\"height\":40}";
    private readonly ManifestScene _scene = new();

    /// <summary>The file's width, height and length; whether the line has boxes; the rules that it breaks.</summary>
    public static TheoryData<int, int, int, bool, string> Cases => new()
    {
        { 640, 480, 0, true, "" },
        { 640, 480, 0, false, "" },
        { 63, 640, 0, true, "ImageDimensionInvalid" },
        { 63, 640, 0, false, "ImageInvalid" },
        { 4097, 640, 0, true, "ImageDimensionInvalid" },
        { 4097, 640, 0, false, "ImageInvalid" },
        { 64, 640, 0, false, "ImageAtLimit" },
        { 640, 4096, 0, false, "ImageAtLimit" },
        { 2000, 100, 0, false, "ImageAtLimit" },
        { 2001, 100, 0, false, "ImageInvalid" },
        { 640, 480, 15_000_000, false, "" },
        { 640, 480, 15_000_001, false, "ImageAtLimit" },
        { 640, 480, 15_728_640, false, "ImageAtLimit" },
        { 640, 480, 15_728_641, false, "ImageInvalid" },
    };

    /// <summary>What the tests break together.</summary>
    public static IEnumerable<string> Covered => Cases.SelectMany(row => ((string)row[4]).Split(' ')).Concat(["ImageMissing", "ImageSizeMismatch", "BoxOutsideImage", "ImageRepeated", "ImageInBothSets"]);

    public void Dispose() => _scene.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_image_is_compared_with_the_limits_of_training(int width, int height, int length, bool hasBoxes, string rules)
    {
        var path = _scene.Write("a.jpg", PngBuilder.Plain((uint)width, (uint)height));
        if (length > 0)
        {
            using var file = File.OpenWrite(path);
            file.SetLength(length);
        }

        var result = Test(hasBoxes ? OneBox(Box, FormattableString.Invariant($"\"width\":{width},\"height\":{height},\"depth\":3")) : Whole);
        Assert.Equal(rules, Rules(result, 1));
        Assert.Equal(rules.EndsWith("Invalid", StringComparison.Ordinal) ? 1 : 0, result.Training!.InvalidLineCount);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("")]
    [InlineData("\u00FF\u00D8\u00FF\u00E0")]
    public void A_file_that_is_no_image_loses_its_line(string content)
    {
        _scene.Write("a.jpg", content.Select(letter => (byte)letter).ToArray());
        Assert.Equal("ImageInvalid", Rules(Test(Whole), 1));
    }

    [Theory]
    [InlineData("a.jpg")]
    [InlineData("x/../../a.jpg")]
    [InlineData("x//a.jpg")]
    public void An_image_that_is_not_there_is_told_and_loses_nothing(string key)
    {
        _scene.Write("a.jpeg", PngBuilder.Plain(640, 480));
        var result = Test(Whole.Replace("a.jpg", key));
        Assert.Equal("ImageMissing", Rules(result, 1));
        Assert.Equal(1, result.Training!.ValidLineCount);
    }

    [Fact]
    public void A_size_that_is_not_the_images_is_told_and_a_box_that_is_outside_for_that()
    {
        _scene.Write("a.jpg", PngBuilder.Plain(320, 240));
        Assert.Equal("ImageSizeMismatch", Rules(Test(OneBox(Box)), 1));
        Assert.Equal("ImageSizeMismatch BoxOutsideImage", Rules(Test(OneBox(Box.Replace("\"left\":10", "\"left\":300"))), 1));
    }

    [Fact]
    public void A_size_as_the_image_is_stored_is_said_to_be_that()
    {
        _scene.Write("a.jpg", JpegBuilder.WithExif(640, 480, TiffBuilder.Orientation(6)));
        Assert.Contains("EXIF", Assert.Single(Test(OneBox(Box)).Findings, finding => finding.Line == 1).Message, StringComparison.Ordinal);
        Assert.Equal("", Rules(Test(OneBox(Box, "\"width\":480,\"height\":640,\"depth\":3")), 1));
    }

    [Fact]
    public void Equal_files_are_told_and_files_of_equal_length_are_not()
    {
        foreach (var (name, last) in new[] { ("a.jpg", 0), ("b.jpg", 1), ("c.jpg", 0), ("d.jpg", 1) }) _scene.Write(name, [.. PngBuilder.Plain(640, 480), (byte)last]);
        var result = Test(Whole, Whole.Replace("a.jpg", "b.jpg"), Whole.Replace("a.jpg", "c.jpg"), Whole.Replace("a.jpg", "d.jpg"));
        Assert.Equal(["3 ImageRepeated 1", "4 ImageRepeated 2"], result.Findings.Where(finding => finding.Line is not null).Select(finding => FormattableString.Invariant($"{finding.Line} {finding.Rule} {finding.Message.TrimEnd('.').Split(' ').Last()}")));
    }

    [Fact]
    public void An_image_in_both_sets_is_found_by_its_content()
    {
        _scene.Write("a.jpg", PngBuilder.Plain(640, 480));
        _scene.Write("b.jpg", PngBuilder.Plain(640, 480));
        var result = _scene.Test(_scene.Write("m.manifest", Whole), _scene.Write("t.manifest", Whole.Replace("a.jpg", "b.jpg"), Whole), looksAtImages: true);
        Assert.Equal("ImageInBothSets", Rules(result, 1));
        // By its name it is no other image.
        Assert.Equal("TestingImageInTraining", Rules(result, 2));
    }

    private ManifestTestResult Test(params string[] lines) => _scene.Test(_scene.Write("m.manifest", lines), looksAtImages: true);
}
