using System;
using System.IO;
using System.Linq;
using CustomLabels.Reports.Page;
using CustomLabels.Reports.Svg;
using static System.FormattableString;

namespace CustomLabels.Reports.Detections;

/// <summary>Writes a row for each label: how often it was found, by confidence, and what another threshold would have found.</summary>
internal static class LabelSection
{
    /// <summary>The most labels that have a row; the filter has all of them.</summary>
    public const int MostRows = 500;

    /// <summary>Writes it.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="labels">The labels.</param>
    /// <param name="colorOf">A label's colour.</param>
    /// <param name="hasTruth">Whether it is known what people say.</param>
    public static void Write(TextWriter output, LabelFindings labels, Func<string, string> colorOf, bool hasTruth)
    {
        if (labels.All.Count == 0)
        {
            output.Write("<p>No label was found.</p>\n");
            return;
        }

        var truth = hasTruth ? "<th scope=\"col\" class=\"number\">Ground truth</th>" : "";
        output.Write($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table of labels\"><table id=\"label-table\"><thead><tr><th scope=\"col\">Label</th><th scope=\"col\" class=\"number\">Found</th>{truth}<th scope=\"col\">Confidence, 0 to 100</th><th scope=\"col\">Threshold</th><th scope=\"col\">With it</th></tr></thead>\n<tbody>\n");
        foreach (var label in labels.All.OrderByDescending(label => label.Count).ThenBy(label => label.Name, StringComparer.Ordinal).Take(MostRows)) WriteRow(output, label, colorOf(label.Name), hasTruth);
        output.Write("</tbody></table></div>\n");
        if (labels.All.Count > MostRows) output.Write(Invariant($"<p>{labels.All.Count - MostRows:N0} more labels are in the filter of the pictures.</p>\n"));
    }

    private static void WriteRow(TextWriter output, LabelFinding label, string color, bool hasTruth)
    {
        var name = PageText.Of(label.Name);
        output.Write(Invariant($"<tr data-label=\"{label.Index}\"><th scope=\"row\"><button type=\"button\" class=\"name\" aria-pressed=\"false\"><svg class=\"swatch\" viewBox=\"0 0 1 1\" aria-hidden=\"true\"><rect width=\"1\" height=\"1\" fill=\"{color}\"/></svg><bdi>{name}</bdi></button></th><td class=\"number\">{label.Count:N0}</td>"));
        if (hasTruth) output.Write(Invariant($"<td class=\"number\">{label.TruthCount:N0}</td>"));
        output.Write("<td>");
        if (label.IsMeasured) Histogram.Write(output, label.Bins, color, label.Description);
        output.Write("</td><td>");
        if (label.IsMeasured) output.Write($"<input type=\"range\" min=\"0\" max=\"100\" step=\"0.5\" value=\"0\" aria-label=\"Threshold of {name}\">");
        output.Write("</td><td><output></output></td></tr>\n");
    }
}
