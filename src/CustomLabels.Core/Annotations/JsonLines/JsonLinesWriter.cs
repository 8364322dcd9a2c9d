using System.Collections.Generic;
using System.Text.Json;
using CustomLabels.Annotations.Content;

namespace CustomLabels.Annotations.JsonLines;

/// <summary>Writes this module's own lines: an object an image, members as <see cref="ImageAnnotation"/> names them. Nothing is lost.</summary>
internal sealed class JsonLinesWriter : IAnnotationWriter
{
    /// <inheritdoc/>
    public AnnotationFormat Format => AnnotationFormat.JsonLines;

    /// <inheritdoc/>
    public bool IsFolder => false;

    /// <inheritdoc/>
    public bool NeedsImageSize => false;

    /// <inheritdoc/>
    public void Write(IReadOnlyList<ImageAnnotation> images, AnnotationOutput output, AnnotationReport report)
    {
        using var stream = output.CreateFile();
        using var json = new Utf8JsonWriter(stream, JsonOptions.Compact);
        foreach (var image in images)
        {
            Write(json, image);
            json.Flush();
            stream.WriteByte((byte)'\n');
            json.Reset(stream);
        }
    }

    private static void Write(Utf8JsonWriter json, ImageAnnotation image)
    {
        json.WriteStartObject();
        json.WriteString("Image", image.Image);
        if (image.Bucket is { } bucket)
        {
            json.WriteString("Bucket", bucket);
            json.WriteString("Key", image.Key);
        }

        if (image.ImageWidth is { } width) json.WriteNumber("ImageWidth", width);
        if (image.ImageHeight is { } height) json.WriteNumber("ImageHeight", height);
        json.WriteStartArray("Labels");
        foreach (var label in image.Labels)
        {
            json.WriteStartObject();
            json.WriteString("Name", label.Name);
            if (label.Confidence is { } confidence) json.WriteNumber("Confidence", confidence);
            if (label.BoundingBox is { } box)
            {
                json.WriteStartObject("BoundingBox");
                json.WriteNumber("Left", box.Left);
                json.WriteNumber("Top", box.Top);
                json.WriteNumber("Width", box.Width);
                json.WriteNumber("Height", box.Height);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
