using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq;

namespace CustomLabels;

/// <summary>What the views of <c>CustomLabels.Format.ps1xml</c> call. Not for scripts.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Naming", "CA1707", Justification = "The underscore keeps it out of sight, as other modules' format helpers do.")]
public static class _Format
{
    private const string Ellipsis = "…";

    /// <summary>A name in a column: what doesn't fit is taken from the middle of the stem, never from the extension.</summary>
    /// <param name="name">The name.</param>
    /// <param name="width">The column's width in characters.</param>
    public static string Name(string? name, int width)
    {
        var text = VisibleText.Of(name);
        if (text.Length <= width) return text;
        var dot = text.LastIndexOf('.');
        var extension = dot > 0 && text.Length - dot <= width / 2 ? text.Substring(dot) : "";
        var room = width - extension.Length - Ellipsis.Length;
        var head = Whole(text, (room + 1) / 2);
        var tail = text.Length - extension.Length - (room / 2);
        if (char.IsLowSurrogate(text[tail])) tail++;
        return text.Substring(0, head) + Ellipsis + text.Substring(tail, text.Length - extension.Length - tail) + extension;
    }

    /// <summary>The labels of an image, or why there are none.</summary>
    /// <param name="result">The result.</param>
    public static string Outcome(DetectionResult result) => VisibleText.Of(result.Error?.ToString() ?? (result.CustomLabels.Count == 0 ? "(no label)" : result.CustomLabels.ToString()));

    /// <summary>A size such as <c>1024x768</c>; empty when it is not known.</summary>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    public static string Pixels(int? width, int? height) =>
        width is null || height is null ? "" : string.Format(CultureInfo.InvariantCulture, "{0}x{1}", width, height);

    /// <summary>The limits that an image is outside of, or may be.</summary>
    /// <param name="result">The check.</param>
    public static string Limits(ImageTestResult result) =>
        string.Join("; ", result.Limits.Where(limit => limit.Within != LimitState.Yes).Select(limit => VisibleText.Of(limit.ToString())));

    /// <summary>A label's name, safe to print.</summary>
    /// <param name="text">The text.</param>
    public static string Text(string? text) => VisibleText.Of(text);

    // A character outside the basic plane is two: half of one prints as rubbish.
    private static int Whole(string text, int length) => char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
}
