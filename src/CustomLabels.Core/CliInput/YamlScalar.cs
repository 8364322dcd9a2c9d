using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace CustomLabels.CliInput;

/// <summary>Decides what a scalar of YAML is, by the rules of the AWS CLI's YAML library (ruamel.yaml, YAML 1.2).</summary>
/// <remarks>So <c>yes</c> is text, <c>017</c> seventeen, <c>0o17</c> fifteen and <c>1_000</c> a thousand.</remarks>
public static class YamlScalar
{
    private const string TagPrefix = "tag:yaml.org,2002:";
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    // In the library's order: the first that matches decides.
    private static readonly (InputKind Kind, Regex Form)[] PlainForms =
    [
        (InputKind.Boolean, Form("true|True|TRUE|false|False|FALSE")),
        (InputKind.Real, Form(@"[-+]?[0-9][0-9_]*\.[0-9_]*([eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*[eE][-+]?[0-9]+|[-+]?\.[0-9_]+([eE][-+][0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")),
        (InputKind.Whole, Form("[-+]?0b[01_]+|[-+]?0o?[0-7_]+|[-+]?[0-9][0-9_]*|[-+]?0x[0-9a-fA-F_]+")),
        (InputKind.Null, Form("~|null|Null|NULL|")),
        (InputKind.Date, Form(@"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(\.[0-9]*)?([ \t]*(Z|[-+][0-9]{1,2}(:[0-9]{2})?))?")),
    ];

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
        var kind = tag is not null ? KindOf(tag) : isPlain ? KindOf(PlainForms, text) : InputKind.Text;
        var value = new InputValue(kind, text);
        return kind switch
        {
            InputKind.Whole => value with { Number = Whole(text) },
            InputKind.Real => value with { Number = Real(text) },
            InputKind.Binary => value with { Bytes = Convert.FromBase64String(text) },
            _ => value,
        };
    }

    private static Regex Form(string pattern) => new($@"\A({pattern})\z", Options, Limit);

    private static InputKind KindOf((InputKind Kind, Regex Form)[] forms, string text)
    {
        // No form is longer: an image as plain base64 isn't matched against any.
        if (text.Length > 100) return InputKind.Text;
        foreach (var (kind, form) in forms)
        {
            if (form.IsMatch(text)) return kind;
        }

        return InputKind.Text;
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
