using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace CustomLabels.Core.Tests.Annotations;

/// <summary>One hundred images in seven formats (golden 10) are the same whichever is read.</summary>
public sealed class GoldenFormatTests : IDisposable
{
    private const string Folder = "golden/10-formats-voc100";
    private readonly AnnotationScene _scene = new();

    public static TheoryData<string, AnnotationFormat> Files => new()
    {
        { "coco-v1/instances_default.json", AnnotationFormat.Coco },
        { "coco-v2/instances_v2.json", AnnotationFormat.Coco },
        { "cvat/annotations.xml", AnnotationFormat.Cvat },
        { "labelme", AnnotationFormat.Labelme },
        { "yolo", AnnotationFormat.Yolo },
        { "openimages-decimal-comma/all_bounding_boxes.csv", AnnotationFormat.Csv },
    };

    public void Dispose() => _scene.Dispose();

    [SharedTheory(Folder)]
    [MemberData(nameof(Files))]
    public void A_format_has_the_boxes_of_VOC(string file, AnnotationFormat format)
    {
        var voc = Read("voc");
        Assert.Equal((100, 273), (voc.Count, voc.Values.Sum(image => image.Labels.Count)));
        _scene.Changes.Clear();
        var other = Read(file);
        Assert.Equal(voc.Keys.OrderBy(name => name, StringComparer.Ordinal), other.Keys.OrderBy(name => name, StringComparer.Ordinal));
        foreach (var name in voc.Keys) AssertSame(voc[name], other[name], format is AnnotationFormat.Yolo or AnnotationFormat.Csv);
        var expected = file.StartsWith("openimages", StringComparison.Ordinal) ? "DecimalComma" : "";
        Assert.Equal(expected, string.Join(" ", _scene.Changes.Where(change => change.Code is not (AnnotationChangeCode.FlagLost or AnnotationChangeCode.OutlineLost)).Select(change => change.Code)));
    }

    [SharedFact(Folder + "/detections/coco_dets.json")]
    public void Detections_with_ids_from_0_have_their_scores()
    {
        var images = _scene.Read(PathOf("detections/coco_dets.json"));
        Assert.Equal((98, 452), (images.Count, images.Sum(image => image.Labels.Count)));
        Assert.Equal(43.14181593105666, images[0].Labels[0].Confidence);
        Assert.All(images.SelectMany(image => image.Labels), label => Assert.InRange(label.Confidence!.Value, 0, 100));
    }

    private static string PathOf(string name) => SharedFolder.PathOf($"{Folder}/{name}");

    private Dictionary<string, ImageAnnotation> Read(string file) =>
        _scene.Read(PathOf(file)).ToDictionary(image => Path.GetFileName(image.Image), StringComparer.Ordinal);

    private static void AssertSame(ImageAnnotation expected, ImageAnnotation found, bool isRatios)
    {
        var (width, height) = (expected.ImageWidth!.Value, expected.ImageHeight!.Value);
        if (!isRatios) Assert.Equal((width, height), (found.ImageWidth, found.ImageHeight));
        Assert.Equal(expected.Labels.Count, found.Labels.Count);
        // YOLO's six decimals are a thousandth of a pixel.
        var tolerance = isRatios ? 0.001 : 1e-6;
        foreach (var label in expected.Labels)
        {
            Assert.Contains(found.Labels, other => other.Name == label.Name && IsNear(label.BoundingBox!, other.BoundingBox!, width, height, tolerance));
        }
    }

    private static bool IsNear(BoundingBox a, BoundingBox b, int width, int height, double tolerance) =>
        Math.Abs(a.Left - b.Left) * width <= tolerance && Math.Abs(a.Top - b.Top) * height <= tolerance
        && Math.Abs(a.Width - b.Width) * width <= tolerance && Math.Abs(a.Height - b.Height) * height <= tolerance;
}
