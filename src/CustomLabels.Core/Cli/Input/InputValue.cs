using System;
using System.Collections.Generic;

namespace CustomLabels.Cli.Input;

/// <summary>A value of an input file, whichever language it is written in.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Written">The text of a scalar, without quotes; empty for others.</param>
internal sealed record InputValue(InputKind Kind, string Written = "")
{
    private const int MostShown = 40;
    private static readonly Dictionary<string, InputValue> NoMembers = [];

    /// <summary>A number's value; not a number for others.</summary>
    public double Number { get; init; } = double.NaN;

    /// <summary>The bytes of a binary value; empty for others.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>The members of a map, names as they are written; empty for others.</summary>
    public IReadOnlyDictionary<string, InputValue> Members { get; init; } = NoMembers;

    /// <summary>The values of a list; empty for others, and for a list of JSON, which no request takes.</summary>
    public IReadOnlyList<InputValue> Items { get; init; } = [];

    /// <summary>Says what it is, for a message: shows little of it, because it may be a whole image.</summary>
    public string Describe() => Kind switch
    {
        InputKind.Map => "a structure",
        InputKind.List => "a list",
        InputKind.Text => $"the text '{Shown(Written)}'",
        InputKind.Whole or InputKind.Real => $"the number {Shown(Written)}",
        InputKind.Boolean => $"the Boolean {Shown(Written)}",
        InputKind.Date => $"the date {Shown(Written)}, which quotes make text",
        InputKind.Binary => "binary",
        _ => "null",
    };

    /// <summary>The beginning of a text from outside, safe to print.</summary>
    /// <param name="text">Any text.</param>
    public static string Shown(string text) => VisibleText.Of(text.Length <= MostShown ? text : text.Substring(0, MostShown) + "…");
}
