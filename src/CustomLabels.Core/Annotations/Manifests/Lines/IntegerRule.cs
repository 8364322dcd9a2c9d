using System;
using System.Linq;
using System.Text.Json;

namespace CustomLabels.Annotations.Manifests.Lines;

/// <summary>Numbers: all that are required are there, and they are integers.</summary>
internal sealed class IntegerRule : ILineRule
{
    /// <inheritdoc/>
    public void Check(TestedLine line, LineFindings findings)
    {
        foreach (var attribute in line.Content.Attributes)
        {
            var json = line.Json.GetProperty(attribute.Name);
            if (attribute.ImageSize is null) CheckValue(attribute.Name, json, findings);
            else CheckBoxes(attribute.Name, json, findings);
        }
    }

    // The service does not use the number of a label of the whole image, nor the depth, and asks for both.
    private static void CheckValue(string name, JsonElement json, LineFindings findings)
    {
        if (json.ValueKind != JsonValueKind.Number)
            findings.Add(ManifestRule.LabelAttributeInvalid, $"The format of the label attribute is invalid. The value of '{VisibleText.Of(name)}' is {VisibleText.Of(json.GetRawText())}; it is an integer.");
        else if (!IsInteger(json)) findings.Add(ManifestRule.NumberNotInteger, $"The value of '{VisibleText.Of(name)}' is {VisibleText.Of(json.GetRawText())}.");
    }

    private static void CheckBoxes(string name, JsonElement json, LineFindings findings)
    {
        var size = json.GetProperty("image_size")[0];
        if (!size.TryGetProperty("depth", out var depth) || depth.ValueKind != JsonValueKind.Number)
            findings.Add(ManifestRule.LabelAttributeInvalid, $"The format of the label attribute is invalid. The image_size of '{VisibleText.Of(name)}' has no depth; it is a number, 3 for colours.");
        var others = new[] { size }.Concat(json.GetProperty("annotations").EnumerateArray())
            .Where(part => part.ValueKind == JsonValueKind.Object)
            .SelectMany(part => part.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Number && !IsInteger(member.Value)))
            .ToArray();
        if (others.Length > 0) findings.Add(ManifestRule.NumberNotInteger, FormattableString.Invariant($"In '{VisibleText.Of(name)}' {others[0].Name} is {VisibleText.Of(others[0].Value.GetRawText())}; {others.Length} numbers are no integers."));
    }

    private static bool IsInteger(JsonElement number) => number.TryGetInt64(out _);
}
