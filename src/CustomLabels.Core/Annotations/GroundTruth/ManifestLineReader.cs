using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using CustomLabels.Annotations.Content;

namespace CustomLabels.Annotations.GroundTruth;

/// <summary>Reads one line of a manifest. Throws nothing: what is wrong with the line is part of what is read.</summary>
internal static class ManifestLineReader
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
    public static ManifestLine Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var line = json.RootElement;
            return line.ValueKind == JsonValueKind.Object ? Read(line) : Bad("It is not an object.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second is text that is no Unicode, such as half a surrogate pair.
            return Bad(e.Message);
        }
    }

    /// <summary>What a member is that isn't what it should be, for errors: its JSON, or <c>absent</c>.</summary>
    internal static string Found(JsonElement element, string member) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var value) ? VisibleText.Of(value.GetRawText()) : "absent";

    /// <summary>The label's name; null where the service refuses it.</summary>
    internal static string? CheckName(string label, List<ManifestFinding> findings)
    {
        if (label.Length is > 0 and <= LabelNameLimit) return label;
        findings.Add(new ManifestFinding(ManifestDefect.LabelName, FormattableString.Invariant($"It is {label.Length} characters and may be 1 to {LabelNameLimit}.")));
        return null;
    }

    /// <summary>The confidence as the service answers it, 0 to 100; null where there is none that can be used.</summary>
    internal static double? ReadConfidence(JsonElement element, List<ManifestFinding> findings)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("confidence", out var value)) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var confidence) && confidence is >= 0 and <= 1)
        {
            // In decimal, and to double by its digits: 0.9231 is 92.31, where binary arithmetic makes 92.31000000000001.
            return double.Parse((confidence * 100).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        }

        findings.Add(new ManifestFinding(ManifestDefect.Metadata, $"A confidence is a number from 0 to 1, not {VisibleText.Of(value.GetRawText())}."));
        return null;
    }

    private static ManifestLine Bad(string found) => new() { Findings = [new ManifestFinding(ManifestDefect.JsonLine, found)] };

    /// <summary>Reads a line that is a JSON object already.</summary>
    /// <param name="line">The object.</param>
    /// <exception cref="InvalidOperationException">It holds text that is no Unicode, such as half a surrogate pair.</exception>
    internal static ManifestLine Read(JsonElement line)
    {
        var findings = new List<ManifestFinding>();
        var keys = line.EnumerateObject().Select(member => member.Name).Distinct(StringComparer.Ordinal).ToList();
        var failed = keys.Where(key => IsFailure(line, key)).ToList();
        var attributes = keys.Where(key => keys.Contains(key + MetadataSuffix, StringComparer.Ordinal) && !failed.Contains(key + MetadataSuffix, StringComparer.Ordinal)).ToList();

        // Before its source is looked at, which may be what it failed for.
        if (attributes.Count == 0 && failed.Count > 0) return new ManifestLine { IsFailure = true };
        var (bucket, key) = ReadSource(line, findings);
        var others = keys.Where(name => name != SourceKey).ToList();
        if (attributes.Count == 0 && others.Except(ServiceKeys, StringComparer.Ordinal).Any())
            findings.Add(new ManifestFinding(ManifestDefect.NoAttributes, $"A label is a pair of keys such as 'defects' and 'defects-metadata'; found: {VisibleText.Of(string.Join(", ", others))}."));
        var read = attributes.Select(name => ReadAttribute(name, line.GetProperty(name), line.GetProperty(name + MetadataSuffix), findings)).OfType<ManifestAttribute>().ToArray();
        return new ManifestLine { Bucket = bucket, Key = key, Attributes = read, Findings = findings };
    }

    private static (string? Bucket, string? Key) ReadSource(JsonElement line, List<ManifestFinding> findings)
    {
        if (!line.TryGetProperty(SourceKey, out var value))
        {
            findings.Add(new ManifestFinding(ManifestDefect.NoSource, "Add \"source-ref\": \"s3://bucket/key\"."));
            return default;
        }

        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        var slash = text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? text.IndexOf('/', Scheme.Length) : -1;
        if (slash > Scheme.Length && slash < text.Length - 1) return (text.Substring(Scheme.Length, slash - Scheme.Length), text.Substring(slash + 1));
        findings.Add(new ManifestFinding(ManifestDefect.Source, $"'{VisibleText.Of(text)}' is not of the form 's3://bucket/key'."));
        return default;
    }

    /// <summary>Whether a key is the metadata of an attribute that Ground Truth has no labels for, and says why.</summary>
    private static bool IsFailure(JsonElement line, string key) => key.EndsWith(MetadataSuffix, StringComparison.Ordinal) && JsonText.Text(line.GetProperty(key), "failure-reason") is not null;

    private static ManifestAttribute? ReadAttribute(string name, JsonElement attribute, JsonElement metadata, List<ManifestFinding> findings)
    {
        const string Image = "groundtruth/image-classification";
        const string Boxes = "groundtruth/object-detection";
        switch (JsonText.Text(metadata, "type"))
        {
            case Image:
                return ReadImageLabel(name, metadata, findings) is { } label ? new ManifestAttribute(name, [label]) : null;
            case Boxes:
                return new BoxAttributeReader(name, findings).Read(attribute, metadata);
            default:
                findings.Add(new ManifestFinding(ManifestDefect.UseCase, $"That of '{name}' is {Found(metadata, "type")} and may be '{Image}' or '{Boxes}'."));
                return null;
        }
    }

    private static ManifestLabel? ReadImageLabel(string name, JsonElement metadata, List<ManifestFinding> findings)
    {
        if (JsonText.Text(metadata, "class-name") is not { } text)
        {
            findings.Add(new ManifestFinding(ManifestDefect.Metadata, $"The class-name of '{name}' is {Found(metadata, "class-name")}; it is a text, the label."));
            return null;
        }

        var label = CheckName(text, findings);
        var before = findings.Count;
        var confidence = ReadConfidence(metadata, findings);
        if (confidence is null && findings.Count == before) findings.Add(new ManifestFinding(ManifestDefect.Metadata, $"That of '{name}' has no confidence."));
        return label is null ? null : new ManifestLabel(label, Box: null, confidence);
    }
}
