using System;
using System.Collections.Generic;
using System.Text.Json;
using CustomLabels.Annotations.Content;

namespace CustomLabels.Annotations.JsonLines;

/// <summary>Reads this module's own lines, which have everything that an <see cref="ImageAnnotation"/> has.</summary>
internal sealed class JsonLinesReader : IAnnotationReader
{
    private const int LineLimit = 4 * 1024 * 1024;

    /// <inheritdoc/>
    public AnnotationFormat Format => AnnotationFormat.JsonLines;

    /// <inheritdoc/>
    public IEnumerable<ImageAnnotation> Read(AnnotationInput input)
    {
        foreach (var (text, number) in TextLines.Read(input.Content, LineLimit))
        {
            if (!string.IsNullOrWhiteSpace(text)) yield return Read(input, text, number);
        }
    }

    private static ImageAnnotation Read(AnnotationInput input, string text, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Read(input, document.RootElement, number);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw Bad(input, number, e.Message);
        }
    }

    private static ImageAnnotation Read(AnnotationInput input, JsonElement line, int number)
    {
        if (line.ValueKind != JsonValueKind.Object) throw Bad(input, number, "It is no object");
        var place = JsonText.Text(line, "Bucket") is { } bucket && JsonText.Text(line, "Key") is { } key ? (bucket, key) : ((string, string)?)null;
        var image = new ImageAnnotationBuilder(input, JsonText.Text(line, "Image"), number) { S3 = place };
        image.Locate(JsonText.Pixels(line, "ImageWidth"), JsonText.Pixels(line, "ImageHeight"), place is null ? [input.Content.Folder] : []);
        foreach (var label in JsonText.List(line, "Labels") ?? throw Bad(input, number, "It has no list of Labels")) Add(input, image, label, number);
        return image.Build();
    }

    private static void Add(AnnotationInput input, ImageAnnotationBuilder image, JsonElement label, int number)
    {
        var name = JsonText.Text(label, "Name");
        var confidence = JsonText.Member(label, "Confidence") is null ? (double?)null : JsonText.Number(label, "Confidence") ?? throw Bad(input, number, "A Confidence is no number");
        if (JsonText.Member(label, "BoundingBox") is not { } box)
        {
            image.Add(name, confidence);
            return;
        }

        double Side(string side) => JsonText.Number(box, side) ?? throw Bad(input, number, $"{side} of a BoundingBox is no number");
        image.AddRatios(name, Side("Left"), Side("Top"), Side("Width"), Side("Height"), confidence);
    }

    private static CustomLabelsException Bad(AnnotationInput input, int number, string problem) => AnnotationErrors.InvalidAt(input.Content.Path, number, problem);
}
