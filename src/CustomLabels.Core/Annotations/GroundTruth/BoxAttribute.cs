using System;
using System.Collections.Generic;
using System.Text.Json;

namespace CustomLabels.Annotations.GroundTruth;

/// <summary>Reads a label attribute with bounding boxes (Custom Labels guide, "Object localization in manifest files").</summary>
internal static class BoxAttribute
{
    private const int BoxLimit = 50;

    /// <summary>Reads an attribute.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="attribute">The image's size and the boxes, in pixels of the displayed image.</param>
    /// <param name="metadata">A confidence for each box, and the labels' names.</param>
    /// <param name="position">Where it is, for errors.</param>
    /// <exception cref="ManifestException">The attribute is bad.</exception>
    public static IReadOnlyList<ImageLabel> Read(string name, JsonElement attribute, JsonElement metadata, ManifestPosition position)
    {
        var (width, height) = ReadSize(name, attribute, position);
        var boxes = Member(attribute, "annotations", JsonValueKind.Array) ?? throw Bad(name, "annotations is no array", position);
        var count = boxes.GetArrayLength();
        if (count > BoxLimit) throw position.Error(ManifestDefect.ManyBoxes, FormattableString.Invariant($"'{name}' has {count}; {BoxLimit} are allowed."));
        var labels = new List<ImageLabel>(count);
        if (count == 0) return labels;

        var objects = Member(metadata, "objects", JsonValueKind.Array) ?? throw position.Error(ManifestDefect.Metadata, $"The objects of '{name}' are {ManifestLine.Found(metadata, "objects")}; they are an array with a confidence for each box.");
        var classes = Member(metadata, "class-map", JsonValueKind.Object) ?? throw position.Error(ManifestDefect.Metadata, $"The class-map of '{name}' is {ManifestLine.Found(metadata, "class-map")}; it is an object of labels by class_id.");
        for (var i = 0; i < count; i++)
        {
            var confidence = i < objects.GetArrayLength() ? ManifestLine.ReadConfidence(objects[i], position) : null;
            var label = ReadName(name, boxes[i], classes, position);
            if (confidence is null) throw position.Error(ManifestDefect.NoConfidence, FormattableString.Invariant($"Box {i + 1} of '{name}' has none in objects."));
            labels.Add(new ImageLabel(label, ReadBox(name, boxes[i], width, height, position), confidence));
        }

        return labels;
    }

    private static (double Width, double Height) ReadSize(string name, JsonElement attribute, ManifestPosition position)
    {
        var sizes = Member(attribute, "image_size", JsonValueKind.Array);
        if (sizes?.GetArrayLength() != 1) throw Bad(name, "image_size is no array of one size", position);
        var width = Number(name, sizes.Value[0], "width", position);
        var height = Number(name, sizes.Value[0], "height", position);
        return width >= 1 && height >= 1 ? (width, height) : throw Bad(name, "image_size has no pixels", position);
    }

    private static string ReadName(string name, JsonElement box, JsonElement classes, ManifestPosition position)
    {
        var id = Member(box, "class_id", JsonValueKind.Number)?.GetRawText() ?? throw Bad(name, $"the class_id of a box is {ManifestLine.Found(box, "class_id")}, no number", position);
        if (ManifestLine.TextOf(classes, id) is { } label) return ManifestLine.CheckName(label, position);
        throw classes.TryGetProperty(id, out _)
            ? position.Error(ManifestDefect.Metadata, $"The class-map of '{name}' has {ManifestLine.Found(classes, id)} for \"{id}\"; that is a text, the label.")
            : position.Error(ManifestDefect.NoClass, $"A box of '{name}' has class_id {id}; its class-map has no \"{id}\".");
    }

    private static BoundingBox ReadBox(string name, JsonElement box, double imageWidth, double imageHeight, ManifestPosition position)
    {
        var left = Number(name, box, "left", position);
        var top = Number(name, box, "top", position);
        var width = Number(name, box, "width", position);
        var height = Number(name, box, "height", position);
        var found = FormattableString.Invariant($"A box of '{name}' is {width}x{height} at {left},{top}; the image is {imageWidth}x{imageHeight}.");
        var isInside = left >= 0 && top >= 0 && width >= 0 && height >= 0 && left + width <= imageWidth && top + height <= imageHeight;
        if (!isInside) throw position.Error(ManifestDefect.Box, found);
        if (width <= 1 || height <= 1) throw position.Error(ManifestDefect.SmallBox, found);
        return new BoundingBox(left / imageWidth, top / imageHeight, width / imageWidth, height / imageHeight);
    }

    private static double Number(string name, JsonElement element, string member, ManifestPosition position)
    {
        var value = Member(element, member, JsonValueKind.Number);
        return value is { } number && number.TryGetDouble(out var result) ? result : throw Bad(name, $"{member} is {ManifestLine.Found(element, member)}, no number", position);
    }

    private static JsonElement? Member(JsonElement element, string member, JsonValueKind kind) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var value) && value.ValueKind == kind ? value : null;

    private static ManifestException Bad(string name, string found, ManifestPosition position) => position.Error(ManifestDefect.Attribute, $"In '{name}' {found}.");
}
