using System;
using System.Text.RegularExpressions;

namespace CustomLabels.Cli;

/// <summary>What a plain scalar of YAML looks like to the AWS CLI's YAML library: ruamel.yaml's resolvers of YAML 1.2.</summary>
internal static class YamlForms
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    // In the library's order: the first that matches decides. A whole number doesn't begin with _, but may after a sign.
    private static readonly (InputKind Kind, Regex Form)[] Forms =
    [
        (InputKind.Boolean, Form("true|True|TRUE|false|False|FALSE")),
        (InputKind.Real, Form(@"[-+]?[0-9][0-9_]*\.[0-9_]*([eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*[eE][-+]?[0-9]+|[-+]?\.[0-9_]+([eE][-+][0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")),
        (InputKind.Whole, Form("(?!_)([-+]?0b[01_]+|[-+]?0o?[0-7_]+|[-+]?[0-9_]+|[-+]?0x[0-9a-fA-F_]+)")),
        (InputKind.Null, Form("~|null|Null|NULL|")),
        (InputKind.Date, Form(@"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(\.[0-9]*)?([ \t]*(Z|[-+][0-9]{1,2}(:[0-9]{2})?))?")),
    ];

    /// <summary>What a plain scalar is; text when it looks like nothing else.</summary>
    /// <param name="text">The scalar.</param>
    public static InputKind KindOf(string text)
    {
        foreach (var (kind, form) in Forms)
        {
            if (form.IsMatch(text)) return kind;
        }

        return InputKind.Text;
    }

    private static Regex Form(string pattern) => new($@"\A({pattern})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Limit);
}
