using System;
using System.Globalization;
using System.Text.Json;
using CustomLabels.Annotations.Content;

namespace CustomLabels.Annotations.Manifests.Lines;

/// <summary>What the guide calls required of an attribute's metadata, beside what is needed to read the labels.</summary>
internal sealed class MetadataRule : ILineRule
{
    // The samples of AWS's guide have a T or a blank, and a fraction or none.
    private static readonly string[] DateFormats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFK"];

    /// <inheritdoc/>
    public void Check(TestedLine line, LineFindings findings)
    {
        foreach (var attribute in line.Content.Attributes)
        {
            var metadata = line.Json.GetProperty(attribute.Name + "-metadata");
            if (JsonText.Text(metadata, "human-annotated") is not ("yes" or "no")) Missing("human-annotated", "\"yes\" or \"no\"");
            if (JsonText.Text(metadata, "creation-date") is not { } date) Missing("creation-date", "a date in UTC");
            else if (!IsUsual(date)) findings.Add(ManifestRule.DateUnusual, $"The creation-date of '{VisibleText.Of(attribute.Name)}' is '{VisibleText.Of(date)}'.");

            void Missing(string key, string allowed) => findings.Add(
                ManifestRule.LabelMetadataInvalid,
                $"The format of the label attribute metadata is invalid. The {key} of '{VisibleText.Of(attribute.Name)}' is {Found(metadata, key)}; it is {allowed}.");
        }
    }

    private static bool IsUsual(string date) => DateTimeOffset.TryParseExact(date, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    private static string Found(JsonElement metadata, string key) => metadata.TryGetProperty(key, out var value) ? VisibleText.Of(value.GetRawText()) : "absent";
}
