using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using CustomLabels.Local.Images;
using CustomLabels.Wire;

namespace CustomLabels.Local.Manifests;

/// <summary>Reads one line of a manifest. Codes and messages are those of the Custom Labels guide, "Non-terminal JSON line validation errors".</summary>
internal static class ManifestLine
{
    private const string MetadataSuffix = "-metadata";
    private const int LabelNameLimit = 256;

    // What Rekognition adds to the lines of its own datasets, beside the attributes.
    private static readonly string[] ServiceKeys = { "cl-metadata", "cl-errors", "cl-warnings", "errors", "warnings" };

    /// <summary>Reads a line.</summary>
    /// <param name="text">The line.</param>
    /// <param name="position">Where it is, for errors.</param>
    /// <exception cref="ManifestException">The line is bad.</exception>
    public static ManifestImage Read(string text, ManifestPosition position)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind != JsonValueKind.Object) throw position.Error("ERROR_INVALID_JSON_LINE", "The JSON Line has an invalid format. It is not an object.");
            return new ManifestImage(ReadSource(json.RootElement, position), ReadLabels(json.RootElement, position));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second is text that is no Unicode, such as half a surrogate pair.
            throw position.Error("ERROR_INVALID_JSON_LINE", $"The JSON Line has an invalid format. {e.Message}");
        }
    }

    private static S3ObjectReference ReadSource(JsonElement line, ManifestPosition position)
    {
        if (!line.TryGetProperty("source-ref", out var value)) throw position.Error("ERROR_MISSING_SOURCE_REF", "The source-ref key is missing. Add \"source-ref\": \"s3://bucket/key\".");
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        const string Scheme = "s3://";
        var slash = text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? text.IndexOf('/', Scheme.Length) : -1;
        if (slash <= Scheme.Length || slash == text.Length - 1)
            throw position.Error("ERROR_INVALID_SOURCE_REF_FORMAT", $"The format of the source-ref value is invalid. '{text}' is not of the form 's3://bucket/key'.");
        var source = new S3ObjectReference(text.Substring(Scheme.Length, slash - Scheme.Length), text.Substring(slash + 1), Version: null);
        if (!ImageFolder.IsInside(source.Name))
            throw position.Error("ERROR_INVALID_SOURCE_REF_FORMAT", $"The format of the source-ref value is invalid. The key '{source.Name}' does not name a file below the image root: it may have no empty, '.' or '..' part and no drive.");
        return source;
    }

    private static List<CustomLabel> ReadLabels(JsonElement line, ManifestPosition position)
    {
        var labels = new List<CustomLabel>();
        var keys = line.EnumerateObject().Select(member => member.Name).Where(name => !string.Equals(name, "source-ref", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        var attributes = keys.Where(name => keys.Contains(name + MetadataSuffix, StringComparer.Ordinal)).ToList();
        if (attributes.Count == 0 && keys.Except(ServiceKeys, StringComparer.Ordinal).Any())
            throw position.Error("ERROR_NO_LABEL_ATTRIBUTES", $"No label attributes found. A label is a pair of keys such as 'defects' and 'defects-metadata'; found: {string.Join(", ", keys)}.");
        foreach (var name in attributes)
        {
            var metadata = line.GetProperty(name + MetadataSuffix);
            switch (TextOf(metadata, "type"))
            {
                case "groundtruth/image-classification":
                    labels.Add(ReadImageLabel(name, metadata, position));
                    break;
                case "groundtruth/object-detection":
                    labels.AddRange(BoxAttribute.Read(name, line.GetProperty(name), metadata, position));
                    break;
                case var type:
                    throw position.Error("ERROR_UNSUPPORTED_USE_CASE_TYPE", $"The use case type of the {name}{MetadataSuffix} label attribute metadata is unsupported. Check the type field: '{type}' is neither 'groundtruth/image-classification' nor 'groundtruth/object-detection'.");
            }
        }

        return labels.OrderByDescending(label => label.Confidence).ToList();
    }

    private static CustomLabel ReadImageLabel(string name, JsonElement metadata, ManifestPosition position)
    {
        var label = TextOf(metadata, "class-name") ?? throw MetadataError(name, "it has no class-name", position);
        return new CustomLabel { Name = CheckName(label, position), Confidence = ReadConfidence(metadata, position) ?? throw MetadataError(name, "it has no confidence", position) };
    }

    /// <summary>A string member; null when it is absent or no string.</summary>
    public static string? TextOf(JsonElement element, string member) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Refuses names that the service refuses.</summary>
    public static string CheckName(string label, ManifestPosition position) => label.Length is > 0 and <= LabelNameLimit
        ? label
        : throw position.Error("ERROR_INVALID_LABEL_NAME_LENGTH", FormattableString.Invariant($"The length of a label name is invalid. It is {label.Length} characters and may be 1 to {LabelNameLimit}."));

    /// <summary>The confidence as the service answers it, 0 to 100; null when absent.</summary>
    public static double? ReadConfidence(JsonElement element, ManifestPosition position)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("confidence", out var value)) return null;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var confidence) || confidence is < 0 or > 1)
            throw position.Error("ERROR_INVALID_LABEL_ATTRIBUTE_METADATA_FORMAT", $"The format of the label attribute metadata is invalid. A confidence is a number from 0 to 1, not {value.GetRawText()}.");

        // In decimal, and to double by its digits: 0.9231 is 92.31, where binary arithmetic makes 92.31000000000001.
        return double.Parse((confidence * 100).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>Metadata of another shape than documented.</summary>
    public static ManifestException MetadataError(string name, string found, ManifestPosition position) =>
        position.Error("ERROR_INVALID_LABEL_ATTRIBUTE_METADATA_FORMAT", $"The format of the label attribute metadata is invalid. Check {name}{MetadataSuffix}: {found}.");
}
