using System;
using System.Collections.Generic;
using System.Linq;

namespace CustomLabels;

/// <summary>Cuts a line of text into pieces of one direction, in the order in which they are drawn from left to right.</summary>
/// <remarks>The part of the Unicode Bidirectional Algorithm (UAX #9) that names need: letters, numbers and what stands between them, without embedding marks.</remarks>
internal static class TextDirections
{
    /// <summary>The pieces. A piece from right to left holds its characters in reading order: who shapes it turns it.</summary>
    /// <param name="text">One line.</param>
    public static IReadOnlyList<(string Text, bool IsRightToLeft)> Of(string text)
    {
        var levels = Levels(text);
        var pieces = new List<(string Text, int Level)>();
        for (var (start, i) = (0, 1); i <= text.Length; i++)
        {
            if (i < text.Length && levels[i] == levels[start]) continue;
            pieces.Add((text.Substring(start, i - start), levels[start]));
            start = i;
        }

        // Rule L2: from the deepest level up, what lies at it or deeper is turned.
        for (var level = 2; level >= 1; level--) Turn(pieces, level);
        return pieces.Select(piece => (piece.Text, piece.Level == 1)).ToArray();
    }

    private static int[] Levels(string text)
    {
        var kinds = Enumerable.Range(0, text.Length).Select(i => KindAt(text, i)).ToArray();
        var main = Array.Find(kinds, kind => kind is Kind.Left or Kind.Right) == Kind.Right ? Kind.Right : Kind.Left;
        var levels = new int[text.Length];
        var before = main;
        for (var i = 0; i < text.Length; i++)
        {
            if (kinds[i] is Kind.Left or Kind.Right) before = kinds[i];
            var kind = kinds[i] != Kind.Neutral ? kinds[i] : Around(kinds, i, before, main);
            levels[i] = kind switch
            {
                Kind.Right => 1,
                Kind.Number => before == Kind.Right ? 2 : main == Kind.Right ? 2 : 0,
                _ => main == Kind.Right ? 2 : 0,
            };
        }

        return levels;
    }

    // What stands between two letters of one direction has it too; else it has the line's. A number counts as what it follows.
    private static Kind Around(Kind[] kinds, int at, Kind before, Kind main)
    {
        var next = Array.FindIndex(kinds, at, kind => kind != Kind.Neutral);
        var after = next < 0 ? main : kinds[next] == Kind.Number ? before : kinds[next];
        // Between the digits of one number: 98.1
        if (next == at + 1 && at > 0 && kinds[next] == Kind.Number && kinds[at - 1] == Kind.Number) return Kind.Number;
        return before == after ? before : main;
    }

    private static void Turn(List<(string Text, int Level)> pieces, int level)
    {
        for (var start = 0; start < pieces.Count; start++)
        {
            var end = start;
            while (end < pieces.Count && pieces[end].Level >= level) end++;
            if (end - start > 1) pieces.Reverse(start, end - start);
            start = Math.Max(start, end);
        }
    }

    private static Kind KindAt(string text, int at)
    {
        if (char.IsLowSurrogate(text[at]) && at > 0 && char.IsHighSurrogate(text[at - 1])) return KindAt(text, at - 1);
        var code = char.IsSurrogatePair(text, at) ? char.ConvertToUtf32(text, at) : text[at];
        // Hebrew, Arabic, Syriac, Thaana, N'Ko and their like, their presentation forms, and the right-to-left scripts of the supplementary planes.
        if (code is (>= 0x590 and <= 0x65F) or (>= 0x66A and <= 0x6EF) or (>= 0x6FA and <= 0x8FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF)) return Kind.Right;
        if (char.IsDigit(text, at)) return Kind.Number;
        return char.IsLetter(text, at) || code > 0x2FFF ? Kind.Left : Kind.Neutral;
    }

    private enum Kind
    {
        Neutral,
        Left,
        Right,
        Number,
    }
}
