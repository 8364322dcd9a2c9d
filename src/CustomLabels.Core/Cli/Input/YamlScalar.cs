using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CustomLabels.Cli.Input;

/// <summary>Decides what a scalar of YAML is, by the rules of the AWS CLI's YAML library (ruamel.yaml, YAML 1.2).</summary>
/// <remarks>So <c>yes</c> is text, <c>017</c> seventeen, <c>0o17</c> fifteen and <c>1_000</c> a thousand.</remarks>
internal static class YamlScalar
{
    private const string TagPrefix = "tag:yaml.org,2002:";

    // Nothing that a request takes is longer, but for texts: an image as plain base64 isn't matched against any form.
    private const int MostPlain = 100;

    private static readonly Dictionary<string, InputKind> Tags = new(StringComparer.Ordinal)
    {
        ["str"] = InputKind.Text,
        ["int"] = InputKind.Whole,
        ["float"] = InputKind.Real,
        ["bool"] = InputKind.Boolean,
        ["null"] = InputKind.Null,
        ["binary"] = InputKind.Binary,
        ["timestamp"] = InputKind.Date,
    };

    /// <summary>Resolves a scalar.</summary>
    /// <param name="text">Its text, without quotes and with escapes resolved.</param>
    /// <param name="isPlain">Whether it has neither quotes nor a tag, so that its text decides.</param>
    /// <param name="tag">Its full tag; null without one.</param>
    /// <exception cref="FormatException">The tag is not known, or the text is not what the tag says.</exception>
    public static InputValue Resolve(string text, bool isPlain, string? tag)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        var kind = tag is not null ? KindOf(tag) : isPlain && text.Length <= MostPlain ? YamlForms.KindOf(text) : InputKind.Text;
        var value = new InputValue(kind, text);
        return kind switch
        {
            InputKind.Whole => value with { Number = Whole(text) },
            InputKind.Real => value with { Number = Real(text) },
            InputKind.Binary => value with { Bytes = Convert.FromBase64String(text) },
            _ => value,
        };
    }

    private static InputKind KindOf(string tag) =>
        tag.StartsWith(TagPrefix, StringComparison.Ordinal) && Tags.TryGetValue(tag.Substring(TagPrefix.Length), out var kind)
            ? kind
            : throw new FormatException($"the tag '{InputValue.Shown(tag)}' is not known");

    private static double Whole(string text)
    {
        var (sign, digits) = Signed(text);
        var radix = digits.StartsWith("0b", StringComparison.Ordinal) ? 2 : digits.StartsWith("0o", StringComparison.Ordinal) ? 8 : digits.StartsWith("0x", StringComparison.Ordinal) ? 16 : 10;
        if (radix != 10) digits = digits.Substring(2);
        if (digits.Length == 0) throw NotA("whole number", text);
        return sign * digits.Aggregate(0.0, (sum, digit) => (sum * radix) + (Digit(digit) is var d && d < radix ? d : throw NotA("whole number", text)));
    }

    private static int Digit(char digit) => digit switch
    {
        >= '0' and <= '9' => digit - '0',
        >= 'a' and <= 'f' => digit - 'a' + 10,
        >= 'A' and <= 'F' => digit - 'A' + 10,
        _ => int.MaxValue,
    };

    private static double Real(string text)
    {
        var (sign, digits) = Signed(text);
        if (digits.Equals(".inf", StringComparison.OrdinalIgnoreCase)) return sign * double.PositiveInfinity;
        if (digits.Equals(".nan", StringComparison.OrdinalIgnoreCase)) return double.NaN;
        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(digits, Style, CultureInfo.InvariantCulture, out var number) ? sign * number : throw NotA("number", text);
    }

    private static (int Sign, string Digits) Signed(string text)
    {
        var digits = text.Replace("_", "");
        return digits.Length > 0 && digits[0] is '+' or '-' ? (digits[0] == '-' ? -1 : 1, digits.Substring(1)) : (1, digits);
    }

    private static FormatException NotA(string what, string text) => new($"'{InputValue.Shown(text)}' is not a {what}");
}
