using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq;
using CustomLabels.Api.Generated;

namespace CustomLabels;

/// <summary>What the views of <c>CustomLabels.Format.ps1xml</c> call. Not for scripts.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Naming", "CA1707", Justification = "The underscore keeps it out of sight, as other modules' format helpers do.")]
public static class _Format
{
    private const string Ellipsis = "…";

    /// <summary>A name in a column: what doesn't fit is taken from the middle of the stem, never from the extension.</summary>
    /// <param name="name">The name.</param>
    /// <param name="width">The column's width in cells.</param>
    public static string Name(string? name, int width)
    {
        var text = VisibleText.Of(name);
        if (Cells(text) <= width) return text;
        var dot = text.LastIndexOf('.');
        var extension = dot > 0 && Cells(text.Substring(dot)) <= width / 2 ? text.Substring(dot) : "";
        var stem = text.Substring(0, text.Length - extension.Length);
        var room = width - Cells(extension) - Ellipsis.Length;
        return Head(stem, (room + 1) / 2) + Ellipsis + Tail(stem, room / 2) + extension;
    }

    /// <summary>The labels of an image, or why there are none.</summary>
    /// <param name="result">The result.</param>
    public static string Outcome(DetectionResult result) => VisibleText.Whole(result.Error?.ToString() ?? (result.CustomLabels.Count == 0 ? "(no label)" : result.CustomLabels.ToString()));

    /// <summary>A size such as <c>1024x768</c>; empty when it is not known.</summary>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    public static string Pixels(int? width, int? height) =>
        width is null || height is null ? "" : string.Format(CultureInfo.InvariantCulture, "{0}x{1}", width, height);

    /// <summary>The picture that was sent in place of one that is too large.</summary>
    /// <param name="length">Its bytes.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    public static string Sent(long? length, int? width, int? height) => string.Format(CultureInfo.InvariantCulture, "{0:N0} bytes, {1} x {2} pixels", length, width, height);

    /// <summary>The limits that an image is outside of, or may be.</summary>
    /// <param name="result">The check.</param>
    public static string Limits(ImageTestResult result) =>
        string.Join("; ", result.Limits.Where(limit => limit.Within != LimitState.Yes).Select(limit => VisibleText.Whole(limit.ToString())));

    /// <summary>A range of inference units such as <c>1 to 5</c>; empty when none is known.</summary>
    /// <param name="least">The least.</param>
    /// <param name="most">The most; null for no scaling.</param>
    public static string Units(int? least, int? most) =>
        most is null || most == least ? string.Format(CultureInfo.InvariantCulture, "{0}", least) : string.Format(CultureInfo.InvariantCulture, "{0} to {1}", least, most);

    /// <summary>A cost with two decimals; empty when there is none.</summary>
    /// <param name="cost">The cost.</param>
    public static string Cost(decimal cost) => cost == 0 ? "" : cost.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>A figure of an evaluation with three decimals; a dash where it can't be told.</summary>
    /// <param name="figure">The figure.</param>
    public static string Figure(double? figure) => figure?.ToString("0.000", CultureInfo.InvariantCulture) ?? "-";

    /// <summary>Hours, or a cost, with two decimals; a question mark where nothing is known.</summary>
    /// <param name="amount">The amount.</param>
    public static string Amount(double? amount) => amount?.ToString("0.00", CultureInfo.InvariantCulture) ?? "?";

    /// <summary>A score with three decimals; empty when there is none.</summary>
    /// <param name="score">The score, 0 to 1.</param>
    public static string Score(double? score) => score?.ToString("0.000", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The types of datasets, each that isn't ready with a question mark.</summary>
    /// <param name="datasets">The datasets.</param>
    public static string Datasets(IReadOnlyList<ProjectDataset> datasets) =>
        string.Join(", ", datasets.Select(dataset => VisibleText.Of(dataset.DatasetType) + (dataset.Status is DatasetStatus.CreateComplete or DatasetStatus.UpdateComplete ? "" : "?")));

    /// <summary>The labels of an image, as somebody gave them.</summary>
    /// <param name="image">The image.</param>
    public static string Labels(ImageAnnotation image) => image.Labels.Count == 0 ? "(no label)" : VisibleText.Whole(image.Labels.ToString());

    /// <summary>A confidence with one decimal; empty when there is none.</summary>
    /// <param name="confidence">The confidence, 0 to 100.</param>
    public static string Confidence(double? confidence) => confidence?.ToString("0.0", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A text from outside, safe to print.</summary>
    /// <param name="text">The text.</param>
    public static string Text(string? text) => VisibleText.Of(text);

    private static string Head(string text, int cells)
    {
        var end = 0;
        for (var length = 0; end < text.Length; end += length)
        {
            length = char.IsHighSurrogate(text[end]) ? 2 : 1;
            cells -= Cells(text.Substring(end, length));
            if (cells < 0) break;
        }

        return text.Substring(0, end);
    }

    private static string Tail(string text, int cells)
    {
        var start = text.Length;
        for (var length = 0; start > 0; start -= length)
        {
            length = char.IsLowSurrogate(text[start - 1]) ? 2 : 1;
            cells -= Cells(text.Substring(start - length, length));
            if (cells < 0) break;
        }

        return text.Substring(start);
    }

    private static int Cells(string text) => text.Sum(c => IsWide(c) ? 2 : 1);

    // As PowerShell counts (ConsoleControl.LengthInBufferCells), or it would cut the extension off. A character outside the basic plane is two
    // halves of one cell each; VisibleText leaves no half alone.
    private static bool IsWide(char c) => c is (>= '\u1100' and <= '\u115F') or '\u2329' or '\u232A' or (>= '\u2E80' and <= '\uA4CF' and not '\u303F')
        or (>= '\uAC00' and <= '\uD7A3') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFE10' and <= '\uFE19') or (>= '\uFE30' and <= '\uFE6F')
        or (>= '\uFF00' and <= '\uFF60') or (>= '\uFFE0' and <= '\uFFE6');
}
