using System.IO;
using System.Linq;
using CustomLabels.Images;
using CustomLabels.Pictures;
using Xunit;

namespace CustomLabels.Core.Tests.Pictures;

public sealed class SourcePicturesTests
{
    private static readonly string Path1 = Path.GetFullPath("/p/1.jpg");
    private static readonly BoundingBox Box = new(0.1, 0.1, 0.2, 0.2);

    [Fact]
    public void What_is_said_of_one_picture_comes_together()
    {
        var pictures = new SourcePictures();
        pictures.Add(Result("scratch", null));
        pictures.Add(Result("scratch", null).CustomLabels[0]);
        pictures.Add(new ImageAnnotation { Image = "1.jpg", LiteralPath = Path1, Labels = new LabelAnnotationCollection([new LabelAnnotation { Name = "dent" }]) });
        pictures.Add(new ImageAnnotation { Image = "2.jpg", LiteralPath = Path.GetFullPath("/p/2.jpg") });
        Assert.Equal([Path1, Path.GetFullPath("/p/2.jpg")], pictures.All.Select(picture => picture.LiteralPath));
        Assert.Equal([new PictureMark("scratch", 90, Box, IsTruth: false), new PictureMark("dent", null, null, IsTruth: false)], pictures.All[0].Marks);
    }

    [Fact]
    public void A_failed_detection_is_remembered_also_where_another_succeeded()
    {
        var pictures = new SourcePictures();
        pictures.Add(Result("scratch", null));
        pictures.Add(Result(null, new CustomLabelsError(ErrorId.RetriesExhausted, "a", "b")));
        Assert.True(Assert.Single(pictures.All).HasFailed);
    }

    [Fact]
    public void Truth_is_joined_by_the_path_and_adds_no_pictures()
    {
        var pictures = new SourcePictures();
        pictures.Add(Result("scratch", null));
        pictures.Add(new ImageAnnotation { Image = "2.jpg", LiteralPath = Path.GetFullPath("/p/2.jpg") });
        var without = pictures.AddTruth(
        [
            new ImageAnnotation { Image = "1.jpg", LiteralPath = Path1, Labels = new LabelAnnotationCollection([new LabelAnnotation { Name = "scratch", BoundingBox = Box, Confidence = 100 }]) },
            new ImageAnnotation { Image = "3.jpg", LiteralPath = Path.GetFullPath("/p/3.jpg") },
        ]);
        Assert.Equal((1, 2), (without, pictures.All.Count));
        Assert.Equal(new PictureMark("scratch", null, Box, IsTruth: true), pictures.All[0].Marks[1]);
    }

    [Fact]
    public void An_object_in_s3_is_no_file()
    {
        var pictures = new SourcePictures();
        pictures.Add(new DetectionResult { Identity = ImageIdentity.OfS3("b", "k.jpg", null, null) });
        var picture = Assert.Single(pictures.All);
        Assert.Equal((null, true, "s3://b/k.jpg"), (picture.LiteralPath, picture.IsInS3, picture.Name));
    }

    private static DetectionResult Result(string? label, CustomLabelsError? error)
    {
        var result = new DetectionResult { Identity = ImageIdentity.OfFile(Path1), Error = error, Status = error is null ? DetectionStatus.Succeeded : DetectionStatus.Failed };
        if (label is null) return result;
        return result with { CustomLabels = new CustomLabelCollection([new CustomLabel { Name = label, Confidence = 90, Geometry = new Geometry(Box) }]).AttachTo(result) };
    }
}
