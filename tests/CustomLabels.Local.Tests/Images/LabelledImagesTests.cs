using System;
using System.IO;
using System.Linq;
using CustomLabels.Annotations.GroundTruth;
using CustomLabels.Images;
using CustomLabels.Local.Images;
using CustomLabels.Local.Tests.Support;
using Xunit;

namespace CustomLabels.Local.Tests.Images;

public sealed class LabelledImagesTests : IDisposable
{
    private static readonly string[] Keys = { "1.png", "sub/2.png", "missing.png", "copy of 1.png" };

    private readonly TemporaryFolder _folder = new();
    private readonly string _first;
    private readonly LabelledImages _images;

    public LabelledImagesTests()
    {
        _first = _folder.Write("1.png", TestImages.Png(64, 64, seed: 1));
        _folder.Write("sub/2.png", TestImages.Png(64, 64, seed: 2));
        _folder.Write("copy of 1.png", TestImages.Png(64, 64, seed: 1));
        _images = new LabelledImages(new ImageFolder(_folder.Path), Keys
            .Select(key => new ManifestImage(new S3ObjectReference("b", key, Version: null), new[] { new LabelAnnotation { Name = key } })).ToList());
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_image_is_found_by_its_content_among_others_of_its_length()
    {
        Assert.Equal("1.png", NameOf(TestImages.Png(64, 64, seed: 1)));
        Assert.Equal("sub/2.png", NameOf(TestImages.Png(64, 64, seed: 2)));
    }

    [Fact]
    public void An_unknown_image_has_no_labels()
    {
        Assert.Null(NameOf(TestImages.Png(64, 64, seed: 3)));
        Assert.Null(NameOf(TestImages.Png(64, 64, length: 999)));
    }

    [Fact]
    public void A_file_that_gets_another_length_is_found_by_its_new_content_only()
    {
        var before = File.ReadAllBytes(_first);
        var after = TestImages.Png(64, 64, length: 300, seed: 1);
        Assert.Equal("1.png", NameOf(before));
        File.WriteAllBytes(_first, after);
        Assert.Equal("copy of 1.png", NameOf(before));
        Assert.Equal("1.png", NameOf(after));
    }

    [Fact]
    public void A_file_that_changes_but_not_in_length_is_found_by_its_new_content_only()
    {
        var before = File.ReadAllBytes(_first);
        var after = TestImages.Png(64, 64, seed: 9);
        Assert.Equal("1.png", NameOf(before));
        File.WriteAllBytes(_first, after);
        File.SetLastWriteTimeUtc(_first, DateTime.UtcNow.AddMinutes(1));
        Assert.Equal("copy of 1.png", NameOf(before));
        Assert.Equal("1.png", NameOf(after));
    }

    [Fact]
    public void A_file_that_comes_later_is_found()
    {
        var content = TestImages.Png(64, 64, length: 555);
        Assert.Null(NameOf(content));
        _folder.Write("missing.png", content);
        Assert.Equal("missing.png", NameOf(content));
    }

    [Fact]
    public void A_file_that_goes_away_is_found_no_more()
    {
        File.Delete(Path.Combine(_folder.Path, "sub", "2.png"));
        Assert.Null(NameOf(TestImages.Png(64, 64, seed: 2)));
    }

    [Fact]
    public void An_object_is_a_file_below_the_folder_if_bucket_and_key_are_known_and_no_version_is_asked()
    {
        Assert.Equal(_first, _images.FileOf(new S3ObjectReference("b", "1.png", Version: null)));
        Assert.Null(_images.FileOf(new S3ObjectReference("other", "1.png", Version: null)));
        Assert.Null(_images.FileOf(new S3ObjectReference("b", "1.png", "v1")));
        Assert.Null(_images.FileOf(new S3ObjectReference("b", "../1.png", Version: null)));
    }

    private string? NameOf(byte[] content) => _images.LabelsOf(new ArraySegment<byte>(content))?.SingleOrDefault()?.Name;
}
