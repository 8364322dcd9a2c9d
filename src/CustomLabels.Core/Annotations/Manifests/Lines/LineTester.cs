using System;
using System.Collections.Generic;
using System.Text.Json;
using CustomLabels.Annotations.GroundTruth;

namespace CustomLabels.Annotations.Manifests.Lines;

/// <summary>Tests a line by every rule that needs no other line.</summary>
/// <param name="more">Rules beside those that need the line only, such as those that look at its image.</param>
internal sealed class LineTester(params ILineRule[] more)
{
    private readonly IReadOnlyList<ILineRule> _rules =
        [new ShapeRule(), new SchemaRule(), new MetadataRule(), new IntegerRule(), new NameRule(), new BoxRule(), new LabelCountRule(), .. more, new UnlabelledRule()];

    /// <summary>Tests a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="number">Its number, from 1.</param>
    /// <returns>What is wrong with it, and what could be read; that is null where it is no JSON object.</returns>
    public (LineFindings Findings, TestedLine? Line) Test(RawLine line, int number)
    {
        if (line.IsTooLong) return Only(ManifestRule.LineTooLong, FormattableString.Invariant($"The line has more than {ManifestReader.LineLimit} characters. The service drops it and says so nowhere."));
        if (line.Text is null) return Only(ManifestRule.JsonInvalid, "The JSON Line has an invalid format. It is not UTF-8.");
        if (string.IsNullOrWhiteSpace(line.Text)) return Only(ManifestRule.LineBlank, "The line is blank, and counts as an invalid one.");
        try
        {
            using var json = JsonDocument.Parse(line.Text);
            if (json.RootElement.ValueKind != JsonValueKind.Object) return Invalid("It is not an object.");
            var findings = new LineFindings();
            var tested = new TestedLine(number, line.Text, json.RootElement, ManifestLineReader.Read(json.RootElement));
            foreach (var rule in _rules) rule.Check(tested, findings);
            return (findings, tested);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second is text that is no Unicode, such as half a surrogate pair.
            return Invalid(e.Message);
        }
    }

    private static (LineFindings, TestedLine?) Invalid(string found) => Only(ManifestRule.JsonInvalid, $"The JSON Line has an invalid format. {VisibleText.Of(found)}");

    private static (LineFindings, TestedLine?) Only(ManifestRule rule, string found)
    {
        var findings = new LineFindings();
        findings.Add(rule, found);
        return (findings, null);
    }
}
