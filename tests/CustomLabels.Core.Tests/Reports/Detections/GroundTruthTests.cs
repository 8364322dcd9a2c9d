using System;
using System.IO;
using System.Linq;
using CustomLabels.Reports.Detections;
using Xunit;

namespace CustomLabels.Core.Tests.Reports.Detections;

public sealed class GroundTruthTests
{
    [Fact]
    public void Truth_is_found_by_path_by_place_in_S3_and_by_a_name_that_is_one_picture_s_alone()
    {
        var root = Path.GetPathRoot(Path.GetTempPath())!;
        var index = new GroundTruthIndex();
        index.Add(Annotation("path") with { LiteralPath = Path.Combine(root, "x", "a.jpg") });
        index.Add(Annotation("key") with { Bucket = "line4", Key = "x/b.jpg" });
        index.Add(Annotation("same") with { Bucket = "line4", Key = "x/c.jpg" });
        index.Add(Annotation("same") with { Bucket = "line4", Key = "y/c.jpg" });

        string? Said(ReportPicture picture) => index.Find(picture)?.Single().Name;
        Assert.Equal("path", Said(new ReportPicture { LiteralPath = Path.Combine(root, "x", "a.jpg") }));
        Assert.Equal("key", Said(new ReportPicture { Bucket = "line4", Key = "x/b.jpg" }));
        Assert.Equal("key", Said(new ReportPicture { LiteralPath = Path.Combine(root, "somewhere", "b.jpg") }));
        Assert.Null(Said(new ReportPicture { LiteralPath = Path.Combine(root, "somewhere", "c.jpg") }));
        Assert.Equal("same", Said(new ReportPicture { Bucket = "line4", Key = "y/c.jpg" }));
        Assert.Null(Said(new ReportPicture { Name = "d.jpg" }));
        Assert.Equal((4, 1), (index.Count, index.UnusedCount));
    }

    [Fact]
    public void Truth_stands_beside_what_was_found()
    {
        using var scene = new ReportScene();
        var path = scene.Picture("a.png");
        var truth = new GroundTruthIndex();
        truth.Add(Annotation("dent") with { LiteralPath = path });
        using var report = scene.Report(truth: truth);
        report.Add(ReportScene.Result(path, ("scratch", 90)));
        report.Add(ReportScene.Result(scene.Picture("b.png")));

        report.Write();

        Assert.Equal("[[1,null]]", scene.Rows[0].GetProperty("y").GetRawText());
        Assert.False(scene.Rows[1].TryGetProperty("y", out _));
        Assert.Contains("<dt>With ground truth</dt><dd>1</dd>", scene.Page, StringComparison.Ordinal);
    }

    private static ImageAnnotation Annotation(string label) => new() { Image = "i", Labels = new LabelAnnotationCollection([new LabelAnnotation { Name = label }]) };
}
