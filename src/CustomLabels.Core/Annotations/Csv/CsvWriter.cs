using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using CustomLabels.Annotations.Content;

namespace CustomLabels.Annotations.Csv;

/// <summary>Writes CSV with TensorFlow's columns and one for the confidence, 0 to 1. An image without labels is a row without one.</summary>
internal sealed class CsvWriter : IAnnotationWriter
{
    private static readonly char[] Quoted = [',', '"', '\r', '\n'];

    /// <inheritdoc/>
    public AnnotationFormat Format => AnnotationFormat.Csv;

    /// <inheritdoc/>
    public bool IsFolder => false;

    /// <inheritdoc/>
    public bool NeedsImageSize => true;

    /// <inheritdoc/>
    public void Write(IReadOnlyList<ImageAnnotation> images, AnnotationOutput output, AnnotationReport report)
    {
        using var text = new StreamWriter(output.CreateFile(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        text.Write("filename,width,height,class,xmin,ymin,xmax,ymax,confidence\r\n");
        foreach (var image in images)
        {
            if (image.Labels.Count == 0) Row(text, image, "", "", "", "", "", "");
            foreach (var label in image.Labels) Write(text, image, label);
        }
    }

    private static void Write(TextWriter text, ImageAnnotation image, LabelAnnotation label)
    {
        var confidence = label.Confidence is { } known ? NumberText.Ratio(NumberText.Score(known)) : "";
        if (label.BoundingBox is null)
        {
            Row(text, image, label.Name, "", "", "", "", confidence);
            return;
        }

        var (left, top, width, height) = PixelBoxes.Exact(image, label.BoundingBox);
        Row(text, image, label.Name, NumberText.Decimal(left), NumberText.Decimal(top), NumberText.Decimal(left + width), NumberText.Decimal(top + height), confidence);
    }

    private static void Row(TextWriter text, ImageAnnotation image, params string[] fields)
    {
        var size = new[] { image.ImageWidth, image.ImageHeight }.Select(pixels => pixels?.ToString(CultureInfo.InvariantCulture) ?? "");
        text.Write(string.Join(",", new[] { image.Image }.Concat(size).Concat(fields).Select(Field)));
        text.Write("\r\n");
    }

    // A blank at an end is part of a name only in quotes.
    private static string Field(string text) => text.IndexOfAny(Quoted) >= 0 || text.Trim() != text ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
}
