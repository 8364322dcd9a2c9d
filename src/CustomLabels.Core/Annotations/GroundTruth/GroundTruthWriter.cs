using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using CustomLabels.Annotations.Content;

namespace CustomLabels.Annotations.GroundTruth;

/// <summary>Writes a manifest as Custom Labels trains with: boxes in one attribute, each label of the whole image in one of its own.</summary>
/// <param name="sourcePrefix">What comes before a file's name: <c>s3://bucket</c> or <c>s3://bucket/folder</c>; null where every image is in S3.</param>
internal sealed class GroundTruthWriter(string? sourcePrefix) : IAnnotationWriter
{
    // The guide asks for a date, and the same images give the same bytes.
    private const string CreationDate = "1970-01-01T00:00:00Z";
    private const string JobName = "labeling-job/customlabels-export";

    /// <inheritdoc/>
    public AnnotationFormat Format => AnnotationFormat.GroundTruth;

    /// <inheritdoc/>
    public bool IsFolder => false;

    /// <inheritdoc/>
    public bool NeedsImageSize => true;

    /// <inheritdoc/>
    public void Write(IReadOnlyList<ImageAnnotation> images, AnnotationOutput output, AnnotationReport report)
    {
        using var stream = output.CreateFile();
        using var json = new Utf8JsonWriter(stream, JsonOptions.Compact);
        var sure = 0;
        foreach (var image in images)
        {
            Write(json, image, report, ref sure);
            json.Flush();
            stream.WriteByte((byte)'\n');
            json.Reset(stream);
        }

        if (images.Any(image => image.ImageWidth is not null && image.Labels.Count > 0 && image.Labels.All(label => label.BoundingBox is null)))
            report.Add(AnnotationChangeCode.ImageSizeLost, source: null, image: null, "A manifest has no sizes of images with labels for the whole image only.");
        if (sure > 0) report.Add(AnnotationChangeCode.ConfidenceAdded, source: null, image: null, $"A manifest has a confidence for each label; {sure} without one got 1.");
    }

    private void Write(Utf8JsonWriter json, ImageAnnotation image, AnnotationReport report, ref int sure)
    {
        json.WriteStartObject();
        json.WriteString("source-ref", image.Bucket is { } bucket ? $"s3://{bucket}/{image.Key}" : $"{sourcePrefix!.TrimEnd('/')}/{image.Image}");
        var boxes = image.Labels.Where(label => label.BoundingBox is not null).Select(label => (Label: label, Box: PixelBoxes.Whole(image, label, report))).Where(box => box.Box is not null).ToArray();
        var whole = image.Labels.Where(label => label.BoundingBox is null).ToArray();
        if (image is { ImageWidth: int width, ImageHeight: int height } && (whole.Length == 0 || whole.Length < image.Labels.Count)) WriteBoxes(json, width, height, boxes!);
        for (var i = 0; i < whole.Length; i++) WriteLabel(json, i == 0 ? "label" : $"label-{i + 1}", whole[i]);
        sure += boxes.Count(box => box.Label.Confidence is null) + whole.Count(label => label.Confidence is null);
        json.WriteEndObject();
    }

    private static void WriteBoxes(Utf8JsonWriter json, int width, int height, (LabelAnnotation Label, PixelBox Box)[] boxes)
    {
        var names = boxes.Select(box => box.Label.Name).Distinct(System.StringComparer.Ordinal).ToList();
        json.WriteStartObject("bounding-box");
        json.WriteStartArray("image_size");
        json.WriteStartObject();
        json.WriteNumber("width", width);
        json.WriteNumber("height", height);
        json.WriteNumber("depth", 3);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("annotations");
        foreach (var (label, box) in boxes)
        {
            json.WriteStartObject();
            json.WriteNumber("class_id", names.IndexOf(label.Name));
            json.WriteNumber("left", box.Left);
            json.WriteNumber("top", box.Top);
            json.WriteNumber("width", box.Width);
            json.WriteNumber("height", box.Height);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("bounding-box-metadata");
        json.WriteStartArray("objects");
        foreach (var (label, _) in boxes)
        {
            json.WriteStartObject();
            json.WriteNumber("confidence", Score(label));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("class-map");
        for (var i = 0; i < names.Count; i++) json.WriteString(i.ToString(System.Globalization.CultureInfo.InvariantCulture), names[i]);
        json.WriteEndObject();
        WriteOrigin(json, "groundtruth/object-detection", boxes.All(box => box.Label.Confidence is null));
    }

    private static void WriteLabel(Utf8JsonWriter json, string attribute, LabelAnnotation label)
    {
        json.WriteNumber(attribute, 1);
        json.WriteStartObject(attribute + "-metadata");
        json.WriteNumber("confidence", Score(label));
        json.WriteString("class-name", label.Name);
        WriteOrigin(json, "groundtruth/image-classification", label.Confidence is null);
    }

    private static void WriteOrigin(Utf8JsonWriter json, string type, bool isHuman)
    {
        json.WriteString("type", type);
        // Who says how sure it is, was no person.
        json.WriteString("human-annotated", isHuman ? "yes" : "no");
        json.WriteString("creation-date", CreationDate);
        json.WriteString("job-name", JobName);
        json.WriteEndObject();
    }

    private static decimal Score(LabelAnnotation label) => (decimal)NumberText.Score(label.Confidence ?? 100);
}
