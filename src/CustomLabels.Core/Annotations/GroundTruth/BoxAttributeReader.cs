using System;
using System.Collections.Generic;
using System.Text.Json;
using CustomLabels.Annotations.Content;

namespace CustomLabels.Annotations.GroundTruth;

/// <summary>Reads a label attribute with bounding boxes (Custom Labels guide, "Object localization in manifest files").</summary>
/// <param name="name">Its name.</param>
/// <param name="findings">Told what is wrong.</param>
internal sealed class BoxAttributeReader(string name, List<ManifestFinding> findings)
{
    private const int BoxLimit = 50;

    /// <summary>Reads an attribute; null where nothing of it can be used.</summary>
    /// <param name="attribute">The image's size and the boxes, in pixels of the displayed image.</param>
    /// <param name="metadata">A confidence for each box, and the labels' names.</param>
    public ManifestAttribute? Read(JsonElement attribute, JsonElement metadata)
    {
        if (ReadSize(attribute) is not { } size) return null;
        if (Member(attribute, "annotations", JsonValueKind.Array) is not { } boxes) return Bad("annotations is no array");
        var count = boxes.GetArrayLength();
        if (count > BoxLimit) Add(ManifestDefect.ManyBoxes, FormattableString.Invariant($"'{name}' has {count}; {BoxLimit} are allowed."));
        if (count == 0) return new ManifestAttribute(name, []) { ImageSize = size };

        if (Member(metadata, "objects", JsonValueKind.Array) is not { } objects)
            return Add(ManifestDefect.Metadata, $"The objects of '{name}' are {ManifestLineReader.Found(metadata, "objects")}; they are an array with a confidence for each box.");
        if (Member(metadata, "class-map", JsonValueKind.Object) is not { } classes)
            return Add(ManifestDefect.Metadata, $"The class-map of '{name}' is {ManifestLineReader.Found(metadata, "class-map")}; it is an object of labels by class_id.");
        var labels = new List<ManifestLabel>(count);
        for (var i = 0; i < count; i++)
        {
            var before = findings.Count;
            var confidence = i < objects.GetArrayLength() ? ManifestLineReader.ReadConfidence(objects[i], findings) : null;
            var isConfidenceBad = findings.Count > before;
            var label = ReadName(boxes[i], classes);
            if (confidence is null && !isConfidenceBad) Add(ManifestDefect.NoConfidence, FormattableString.Invariant($"Box {i + 1} of '{name}' has none in objects."));
            var box = ReadBox(boxes[i], size.Width, size.Height);
            if (label is not null && box is not null) labels.Add(new ManifestLabel(label, box, confidence));
        }

        return new ManifestAttribute(name, labels) { ImageSize = size };
    }

    private (double Width, double Height)? ReadSize(JsonElement attribute)
    {
        var sizes = Member(attribute, "image_size", JsonValueKind.Array);
        if (sizes?.GetArrayLength() != 1)
        {
            Bad("image_size is no array of one size");
            return null;
        }

        if (Number(sizes.Value[0], "width") is not { } width || Number(sizes.Value[0], "height") is not { } height) return null;
        if (width >= 1 && height >= 1) return (width, height);
        Bad("image_size has no pixels");
        return null;
    }

    private string? ReadName(JsonElement box, JsonElement classes)
    {
        if (Member(box, "class_id", JsonValueKind.Number)?.GetRawText() is not { } id)
        {
            Bad($"the class_id of a box is {ManifestLineReader.Found(box, "class_id")}, no number");
            return null;
        }

        if (JsonText.Text(classes, id) is { } label) return ManifestLineReader.CheckName(label, findings);
        if (classes.TryGetProperty(id, out _)) Add(ManifestDefect.Metadata, $"The class-map of '{name}' has {ManifestLineReader.Found(classes, id)} for \"{id}\"; that is a text, the label.");
        else Add(ManifestDefect.NoClass, $"A box of '{name}' has class_id {id}; its class-map has no \"{id}\".");
        return null;
    }

    private ManifestBox? ReadBox(JsonElement box, double imageWidth, double imageHeight)
    {
        if (Number(box, "left") is not { } left || Number(box, "top") is not { } top || Number(box, "width") is not { } width || Number(box, "height") is not { } height) return null;
        var found = FormattableString.Invariant($"A box of '{name}' is {width}x{height} at {left},{top}; the image is {imageWidth}x{imageHeight}.");
        var isInside = left >= 0 && top >= 0 && width >= 0 && height >= 0 && left + width <= imageWidth && top + height <= imageHeight;
        if (!isInside) Add(ManifestDefect.Box, found);
        else if (width <= 1 || height <= 1) Add(ManifestDefect.SmallBox, found);
        return new ManifestBox(left, top, width, height);
    }

    private double? Number(JsonElement element, string member)
    {
        var value = Member(element, member, JsonValueKind.Number);
        if (value is { } number && number.TryGetDouble(out var result) && !double.IsInfinity(result)) return result;
        Bad($"{member} is {ManifestLineReader.Found(element, member)}, no number");
        return null;
    }

    private static JsonElement? Member(JsonElement element, string member, JsonValueKind kind) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var value) && value.ValueKind == kind ? value : null;

    private ManifestAttribute? Bad(string found) => Add(ManifestDefect.Attribute, $"In '{name}' {found}.");

    private ManifestAttribute? Add(ManifestDefect defect, string found)
    {
        findings.Add(new ManifestFinding(defect, found));
        return null;
    }
}
