using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;

namespace CustomLabels.Local.Manifests;

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
    public static IEnumerable<CustomLabel> Read(string name, JsonElement attribute, JsonElement metadata, ManifestPosition position)
    {
        var (width, height) = ReadSize(name, attribute, position);
        var boxes = Member(attribute, "annotations", JsonValueKind.Array) ?? throw Format(name, "annotations is no array", position);
        var count = boxes.GetArrayLength();
        if (count > BoxLimit) throw position.Error("ERROR_TOO_MANY_BOUNDING_BOXES", FormattableString.Invariant($"There are more bounding boxes than the allowed maximum. '{name}' has {count}; {BoxLimit} are allowed."));
        if (count == 0) return Array.Empty<CustomLabel>();
        var objects = Member(metadata, "objects", JsonValueKind.Array) ?? throw ManifestLine.MetadataError(name, "objects is no array", position);
        var classes = Member(metadata, "class-map", JsonValueKind.Object) ?? throw ManifestLine.MetadataError(name, "class-map is no object", position);

        var labels = new List<CustomLabel>(count);
        for (var i = 0; i < count; i++)
        {
            var confidence = i < objects.GetArrayLength() ? ManifestLine.ReadConfidence(objects[i], position) : null;
            labels.Add(new CustomLabel
            {
                Name = ReadName(name, boxes[i], classes, position),
                Confidence = confidence ?? throw position.Error("ERROR_MISSING_BOUNDING_BOX_CONFIDENCE", FormattableString.Invariant($"One or more bounding boxes has a missing confidence value. Box {i + 1} of '{name}' has none in objects.")),
                Geometry = new Geometry(ReadBox(name, boxes[i], width, height, position)),
            });
        }

        return labels;
    }

    private static (double Width, double Height) ReadSize(string name, JsonElement attribute, ManifestPosition position)
    {
        if (Member(attribute, "image_size", JsonValueKind.Array) is not { } sizes || sizes.GetArrayLength() != 1) throw Format(name, "image_size is no array of one size", position);
        var width = Number(name, sizes[0], "width", position);
        var height = Number(name, sizes[0], "height", position);
        return width >= 1 && height >= 1 ? (width, height) : throw Format(name, "image_size has no pixels", position);
    }

    private static string ReadName(string name, JsonElement box, JsonElement classes, ManifestPosition position)
    {
        var id = Member(box, "class_id", JsonValueKind.Number)?.GetRawText() ?? throw Format(name, "a box has no class_id", position);
        var label = ManifestLine.TextOf(classes, id)
            ?? throw position.Error("ERROR_MISSING_CLASS_MAP_ID", $"One or more class ids is missing from the class map. '{name}' uses class_id {id}; its class-map has no \"{id}\".");
        return ManifestLine.CheckName(label, position);
    }

    private static BoundingBox ReadBox(string name, JsonElement box, double imageWidth, double imageHeight, ManifestPosition position)
    {
        var left = Number(name, box, "left", position);
        var top = Number(name, box, "top", position);
        var width = Number(name, box, "width", position);
        var height = Number(name, box, "height", position);
        var found = string.Format(CultureInfo.InvariantCulture, "A box of '{0}' is {1}x{2} at {3},{4}; the image is {5}x{6}", name, width, height, left, top, imageWidth, imageHeight);
        if (left < 0 || top < 0 || width < 0 || height < 0 || left + width > imageWidth || top + height > imageHeight)
            throw position.Error("ERROR_INVALID_BOUNDING_BOX", $"The bounding box has off frame values. {found}.");
        if (width <= 1 || height <= 1) throw position.Error("ERROR_BOUNDING_BOX_TOO_SMALL", $"The height and width of the bounding box is too small. {found}.");
        return new BoundingBox(left / imageWidth, top / imageHeight, width / imageWidth, height / imageHeight);
    }

    private static double Number(string name, JsonElement element, string member, ManifestPosition position) =>
        Member(element, member, JsonValueKind.Number) is { } value && value.TryGetDouble(out var number) ? number : throw Format(name, $"{member} is no number", position);

    private static JsonElement? Member(JsonElement element, string member, JsonValueKind kind) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var value) && value.ValueKind == kind ? value : null;

    private static ManifestException Format(string name, string found, ManifestPosition position) =>
        position.Error("ERROR_INVALID_LABEL_ATTRIBUTE_FORMAT", $"The format of the label attribute {name} is invalid: {found}.");
}
