using System;

namespace CustomLabels.Cli.Output;

/// <summary>How many columns a text takes in the CLI's tables.</summary>
/// <remarks>
/// Two for each character whose East Asian Width is wide, full-width or ambiguous, one for any other: also for combining and control characters,
/// which take none on a screen.
/// </remarks>
internal static class DisplayWidth
{
    /// <summary>Columns of a text.</summary>
    public static int Of(string text)
    {
        var width = 0;
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1) width += IsWide(char.ConvertToUtf32(text, i)) ? 2 : 1;
        return width;
    }

    private static bool IsWide(int codePoint)
    {
        // At an even place a range starts; at an odd one it ends, itself included.
        var place = Array.BinarySearch(WideRanges.All, codePoint);
        return place >= 0 || (~place & 1) == 1;
    }
}
