using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using CustomLabels.Images;

namespace CustomLabels.Annotations.GroundTruth;

/// <summary>Reads one line of a manifest.</summary>
internal static class ManifestLine
{
    private const string SourceKey = "source-ref";
    private const string MetadataSuffix = "-metadata";
    private const string Scheme = "s3://";

    /// <summary>The guide's limit, in characters.</summary>
    private const int LabelNameLimit = 256;

    // What Rekognition adds to the lines of its own datasets, beside the attributes.
    private static readonly string[] ServiceKeys = { "cl-metadata", "cl-errors", "cl-warnings", "errors", "warnings" };

    /// <summary>Reads a line.</summary>
    /// <param name="text">The line.</param>
    /// <param name="position">Where it is, for errors.</param>
    /// <returns>The image; null for a line that only records that labelling it failed.</returns>
    /// <exception cref="ManifestException">The line is bad.</exception>
    public static ManifestImage? Read(string text, ManifestPosition position)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var line = json.RootElement;
            if (line.ValueKind != JsonValueKind.Object) throw position.Error(ManifestDefect.JsonLine, "It is not an object.");
            var keys = line.EnumerateObject().Select(member => member.Name).Distinct(StringComparer.Ordinal).ToList();
            var failed = keys.Where(key => IsFailure(line, key)).ToList();
            var attributes = keys.Where(key => keys.Contains(key + MetadataSuffix, StringComparer.Ordinal) && !failed.Contains(key + MetadataSuffix, StringComparer.Ordinal)).ToList();

            // Before its source is looked at, which may be what it failed for.
            return attributes.Count == 0 && failed.Count > 0 ? null : new ManifestImage(ReadSource(line, position), ReadLabels(line, keys, attributes, position));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second is text that is no Unicode, such as half a surrogate pair.
            throw position.Error(ManifestDefect.JsonLine, e.Message);
        }
    }

    /// <summary>A string member; null when it is absent or no string.</summary>
    public static string? TextOf(JsonElement element, string member)
    {
        var isThere = element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String;
        return isThere ? element.GetProperty(member).GetString() : null;
    }

    /// <summary>What a member is that isn't what it should be, for errors: its JSON, or <c>absent</c>.</summary>
    public static string Found(JsonElement element, string member) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var value) ? VisibleText.Of(value.GetRawText()) : "absent";

    /// <summary>Refuses label names that the service refuses.</summary>
    public static string CheckName(string label, ManifestPosition position) => label.Length is > 0 and <= LabelNameLimit
        ? label
        : throw position.Error(ManifestDefect.LabelName, FormattableString.Invariant($"It is {label.Length} characters and may be 1 to {LabelNameLimit}."));

    /// <summary>The confidence as the service answers it, 0 to 100; null when absent.</summary>
    public static double? ReadConfidence(JsonElement element, ManifestPosition position)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("confidence", out var value)) return null;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var confidence) || confidence is < 0 or > 1)
            throw position.Error(ManifestDefect.Metadata, $"A confidence is a number from 0 to 1, not {VisibleText.Of(value.GetRawText())}.");

        // In decimal, and to double by its digits: 0.9231 is 92.31, where binary arithmetic makes 92.31000000000001.
        return double.Parse((confidence * 100).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private static S3ObjectReference ReadSource(JsonElement line, ManifestPosition position)
    {
        if (!line.TryGetProperty(SourceKey, out var value)) throw position.Error(ManifestDefect.NoSource, "Add \"source-ref\": \"s3://bucket/key\".");
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        var slash = text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? text.IndexOf('/', Scheme.Length) : -1;
        if (slash <= Scheme.Length || slash == text.Length - 1) throw position.Error(ManifestDefect.Source, $"'{VisibleText.Of(text)}' is not of the form 's3://bucket/key'.");
        var key = text.Substring(slash + 1);
        if (!ImageKey.IsFile(key))
            throw position.Error(ManifestDefect.Source, $"The key '{VisibleText.Of(key)}' names no file below the image root: it may have no empty, '.' or '..' part and no drive.");
        return new S3ObjectReference(text.Substring(Scheme.Length, slash - Scheme.Length), key, Version: null);
    }

    /// <summary>Whether a key is the metadata of an attribute that Ground Truth has no labels for, and says why.</summary>
    private static bool IsFailure(JsonElement line, string key) => key.EndsWith(MetadataSuffix, StringComparison.Ordinal) && TextOf(line.GetProperty(key), "failure-reason") is not null;

    private static List<ImageLabel> ReadLabels(JsonElement line, List<string> keys, List<string> attributes, ManifestPosition position)
    {
        var others = keys.Where(key => key != SourceKey).ToList();
        if (attributes.Count == 0 && others.Except(ServiceKeys, StringComparer.Ordinal).Any())
            throw position.Error(ManifestDefect.NoAttributes, $"A label is a pair of keys such as 'defects' and 'defects-metadata'; found: {VisibleText.Of(string.Join(", ", others))}.");
        return attributes
            .SelectMany(name => ReadAttribute(name, line.GetProperty(name), line.GetProperty(name + MetadataSuffix), position))
            .OrderByDescending(label => label.Confidence)
            .ToList();
    }

    private static IEnumerable<ImageLabel> ReadAttribute(string name, JsonElement attribute, JsonElement metadata, ManifestPosition position)
    {
        const string Image = "groundtruth/image-classification";
        const string Boxes = "groundtruth/object-detection";
        return TextOf(metadata, "type") switch
        {
            Image => new[] { ReadImageLabel(name, metadata, position) },
            Boxes => BoxAttribute.Read(name, attribute, metadata, position),
            _ => throw position.Error(ManifestDefect.UseCase, $"That of '{name}' is {Found(metadata, "type")} and may be '{Image}' or '{Boxes}'."),
        };
    }

    private static ImageLabel ReadImageLabel(string name, JsonElement metadata, ManifestPosition position) => new(
        CheckName(TextOf(metadata, "class-name") ?? throw position.Error(ManifestDefect.Metadata, $"The class-name of '{name}' is {Found(metadata, "class-name")}; it is a text, the label."), position),
        BoundingBox: null,
        ReadConfidence(metadata, position) ?? throw position.Error(ManifestDefect.Metadata, $"That of '{name}' has no confidence."));
}
