using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CustomLabels.Annotations;
using CustomLabels.Annotations.Formats;
using CustomLabels.Images;
using Xunit;

namespace CustomLabels.Core.Tests.Annotations;

/// <summary>What an export refuses, and that it then leaves everything as it was.</summary>
public sealed class ExporterTests : IDisposable
{
    private static readonly ImageAnnotation One = Image("x/a.jpg", box: new BoundingBox(0.1, 0.1, 0.2, 0.2));

    private readonly AnnotationScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData("x/a.jpg", "x/a.png", AnnotationFormat.PascalVoc)]
    [InlineData("x/a.jpg", "x/a.png", AnnotationFormat.Yolo)]
    [InlineData("x/a.jpg", "x/a.jpg", AnnotationFormat.Coco)]
    public void Two_images_that_would_get_one_file_are_refused_before_anything_is_written(string first, string second, AnnotationFormat format)
    {
        var error = AnnotationScene.Error(() => _scene.Export("out", format, [Image(first), Image(second)]));
        Assert.Equal(ErrorId.OutputConflict, error.Id);
        Assert.Contains(first, error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_scene.PathOf(".")));
    }

    [Fact]
    public void The_same_stem_in_two_folders_is_two_files()
    {
        _scene.Export("out", AnnotationFormat.PascalVoc, [Image("x/a.jpg"), Image("y/a.jpg")]);
        Assert.True(File.Exists(_scene.PathOf("out/x/a.xml")) && File.Exists(_scene.PathOf("out/y/a.xml")));
    }

    [Theory]
    [InlineData(AnnotationFormat.Coco)]
    [InlineData(AnnotationFormat.PascalVoc)]
    public void What_is_there_is_replaced_only_where_that_is_asked(AnnotationFormat format)
    {
        var path = _scene.Export("out", format, [One]).LiteralPath;
        var file = File.Exists(path) ? path : Path.Combine(path, "x", "a.xml");
        var before = File.ReadAllText(file);
        Assert.Equal(ErrorId.OutputExists, AnnotationScene.Error(() => _scene.Export("out", format, [Image("x/a.jpg", "other", One.Labels[0].BoundingBox)])).Id);
        Assert.Equal(before, File.ReadAllText(file));
        _scene.Export("out", format, [Image("x/a.jpg", "other", One.Labels[0].BoundingBox)], options => options with { Replaces = true });
        Assert.Contains("other", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFileSystemEntries(_scene.PathOf(".")));
    }

    [Fact]
    public void What_would_be_lost_is_refused_where_nothing_may_be()
    {
        var image = Image("a.jpg", box: null);
        var error = AnnotationScene.Error(() => _scene.Export("out.json", AnnotationFormat.Coco, [image], options => options with { IsStrict = true }));
        Assert.Equal(ErrorId.ConversionLossy, error.Id);
        Assert.Contains("ImageLabelLost", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_scene.PathOf(".")));
        _scene.Export("out.jsonl", AnnotationFormat.JsonLines, [image], options => options with { IsStrict = true });
    }

    [Fact]
    public void A_manifest_of_files_needs_a_prefix_and_one_of_objects_does_not()
    {
        Assert.Contains("-SourcePrefix", AnnotationScene.Error(() => _scene.Export("m.manifest", AnnotationFormat.GroundTruth, [One], options => options with { SourcePrefix = null })).RecommendedAction, StringComparison.Ordinal);
        _scene.Export("m.manifest", AnnotationFormat.GroundTruth, [One with { LiteralPath = null, Bucket = "b", Key = "x/a.jpg" }], options => options with { SourcePrefix = null });
        Assert.Contains("s3://b/x/a.jpg", File.ReadAllText(_scene.PathOf("m.manifest")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_renames_labels()
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal) { ["dent"] = "damage" };
        _scene.Export("out.jsonl", AnnotationFormat.JsonLines, [One], options => options with { LabelMap = map });
        Assert.Equal("damage", Assert.Single(Assert.Single(_scene.Read(_scene.PathOf("out.jsonl"))).Labels).Name);
    }

    [Fact]
    public void Ids_are_from_1_and_a_reader_of_names_alone_finds_a_box()
    {
        var json = File.ReadAllText(_scene.Export("out.json", AnnotationFormat.Coco, [One]).LiteralPath);
        Assert.Contains("""{"id":1,"image_id":1,"category_id":1,"bbox":[10,5,20,10],"area":200,"iscrowd":0,"segmentation":[]}""", json, StringComparison.Ordinal);
        Assert.Equal((byte)'{', File.ReadAllBytes(_scene.PathOf("out.json"))[0]);
    }

    [Fact]
    public void Results_are_named_from_the_folder_that_they_have_in_common_and_failed_ones_are_left_out()
    {
        var exporter = new AnnotationExporter(new ExportOptions(_scene.PathOf("out.jsonl"), AnnotationFormat.JsonLines), new AnnotationReport(_scene.Changes.Add));
        foreach (var name in new[] { "line/1/a.jpg", "line/2/a.jpg" }) exporter.Add(Result(_scene.PathOf(name)));
        exporter.Add(Result(_scene.PathOf("line/2/bad.jpg")) with { Error = new CustomLabelsError(ErrorId.ImageEmpty, "x", "y"), Status = DetectionStatus.Failed });
        var export = exporter.Write();
        Assert.Equal((2, 2, "1 FailedLeftOut"), (export.ImageCount, export.LabelCount, string.Join(" ", export.Changes)));
        Assert.Equal("1/a.jpg 100x50: dent 98.1 [0,5,20,10]\n2/a.jpg 100x50: dent 98.1 [0,5,20,10]", AnnotationScene.Shown(_scene.Read(export.LiteralPath)));
    }

    [Fact]
    public void Labels_of_one_image_come_together_again()
    {
        var path = _scene.Write("a.png", Fuzz.Headers.PngBuilder.Plain(100, 50));
        var exporter = new AnnotationExporter(new ExportOptions(_scene.PathOf("out.json"), AnnotationFormat.Coco), new AnnotationReport(_scene.Changes.Add));
        foreach (var label in Result(path).CustomLabels.Concat(Result(path).CustomLabels)) exporter.Add(label);
        Assert.Equal((1, 2), (exporter.Write().ImageCount, _scene.Read(_scene.PathOf("out.json"))[0].Labels.Count));
    }

    [Theory]
    [InlineData("../out.jpg")]
    [InlineData("a/../../out.jpg")]
    [InlineData("/out.jpg")]
    public void A_name_that_leads_out_of_the_folder_is_refused(string name)
    {
        Assert.Equal(ErrorId.RequestInvalid, AnnotationScene.Error(() => _scene.Export("out", AnnotationFormat.PascalVoc, [Image(name)])).Id);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_scene.PathOf(".")));
    }

    [Fact]
    public void Images_are_copied_into_the_folders_of_their_labels()
    {
        var path = _scene.Write("in/a.png", Fuzz.Headers.PngBuilder.Plain(100, 50));
        var image = Image("a.png", box: null) with { LiteralPath = path };
        _scene.Export("out", AnnotationFormat.Folder, [image]);
        Assert.Equal("dent/a.png 100x50: dent", AnnotationScene.Shown(_scene.Read(_scene.PathOf("out"))));
        Assert.Equal("../out", AnnotationScene.Error(() => _scene.Export("two", AnnotationFormat.Folder, [image with { Labels = new LabelAnnotationCollection([new LabelAnnotation { Name = "../out" }]) }])).Message.Split('\'')[1]);
    }

    private static ImageAnnotation Image(string name, string label = "dent", BoundingBox? box = null) => new()
    {
        Image = name,
        LiteralPath = "/pictures/" + name,
        ImageWidth = 100,
        ImageHeight = 50,
        Labels = new LabelAnnotationCollection([new LabelAnnotation { Name = label, BoundingBox = box }]),
    };

    private static DetectionResult Result(string path)
    {
        var result = new DetectionResult { Identity = ImageIdentity.OfFile(path), ImageWidth = 100, ImageHeight = 50 };
        var label = new CustomLabel { Name = "dent", Confidence = 98.1, Geometry = new Geometry(new BoundingBox(-0.1, 0.1, 0.3, 0.2)) };
        return result with { CustomLabels = new CustomLabelCollection([label]).AttachTo(result) };
    }
}
