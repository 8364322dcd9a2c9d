using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using CustomLabels.Annotations.Content;

namespace CustomLabels.Annotations.Coco;

/// <summary>Writes a COCO instances file. All ids are from 1: tools take an annotation with the id 0 for none.</summary>
internal sealed class CocoWriter : IAnnotationWriter
{
    /// <inheritdoc/>
    public AnnotationFormat Format => AnnotationFormat.Coco;

    /// <inheritdoc/>
    public bool IsFolder => false;

    /// <inheritdoc/>
    public bool NeedsImageSize => true;

    /// <inheritdoc/>
    public void Write(IReadOnlyList<ImageAnnotation> images, AnnotationOutput output, AnnotationReport report)
    {
        var categories = LabelNames.Of(images);
        using var stream = output.CreateFile();
        using var json = new Utf8JsonWriter(stream, JsonOptions.Compact);
        json.WriteStartObject();
        json.WriteStartArray("images");
        for (var i = 0; i < images.Count; i++) WriteImage(json, i + 1, images[i]);
        json.WriteEndArray();
        json.WriteStartArray("annotations");
        var id = 0;
        for (var i = 0; i < images.Count; i++)
        {
            foreach (var label in images[i].Labels) WriteLabel(json, i + 1, images[i], label, categories, ref id, report);
            // The writer holds what is not flushed.
            if (json.BytesPending > 65536) json.Flush();
        }

        json.WriteEndArray();
        json.WriteStartArray("categories");
        foreach (var category in categories) WriteCategory(json, category.Value + 1, category.Key);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteImage(Utf8JsonWriter json, int id, ImageAnnotation image)
    {
        json.WriteStartObject();
        json.WriteNumber("id", id);
        json.WriteString("file_name", image.Image);
        json.WriteNumber("width", image.ImageWidth!.Value);
        json.WriteNumber("height", image.ImageHeight!.Value);
        json.WriteEndObject();
        if (json.BytesPending > 65536) json.Flush();
    }

    private static void WriteLabel(Utf8JsonWriter json, int imageId, ImageAnnotation image, LabelAnnotation label, IReadOnlyDictionary<string, int> categories, ref int id, AnnotationReport report)
    {
        if (label.BoundingBox is null)
        {
            report.Add(AnnotationChangeCode.ImageLabelLost, image.Source, image.Image, $"'{VisibleText.Of(label.Name)}' is of the whole image, and COCO has boxes only; it is left out.");
            return;
        }

        var (left, top, width, height) = PixelBoxes.Exact(image, label.BoundingBox);
        json.WriteStartObject();
        json.WriteNumber("id", ++id);
        json.WriteNumber("image_id", imageId);
        json.WriteNumber("category_id", categories[label.Name] + 1);
        json.WriteStartArray("bbox");
        foreach (var number in new[] { left, top, width, height }) json.WriteNumberValue((decimal)number);
        json.WriteEndArray();
        json.WriteNumber("area", (decimal)NumberText.Rounded(width * height));
        json.WriteNumber("iscrowd", 0);
        json.WriteStartArray("segmentation");
        json.WriteEndArray();
        if (label.Confidence is { } confidence) json.WriteNumber("score", (decimal)NumberText.Score(confidence));
        json.WriteEndObject();
    }

    private static void WriteCategory(Utf8JsonWriter json, int id, string name)
    {
        json.WriteStartObject();
        json.WriteNumber("id", id);
        json.WriteString("name", name);
        json.WriteString("supercategory", "");
        json.WriteEndObject();
    }
}
