using System;
using System.Text;
using System.Text.RegularExpressions;

namespace CustomLabels.Api.Constraints;

/// <summary>Patterns of the service's model, as .NET's regular expressions.</summary>
/// <remarks>
/// They are Java's: the whole text has to match; <c>\d</c> and <c>\S</c> know ASCII only; a point is no line end, of which there are five. .NET differs in each of
/// these. What the model doesn't use is not translated.
/// </remarks>
internal static class ModelPattern
{
    private const string LineEnds = @"\n\r\u0085\u2028\u2029";

    /// <summary>The same pattern for .NET.</summary>
    /// <param name="pattern">The pattern as the model has it.</param>
    public static Regex ToRegex(string pattern)
    {
        var text = new StringBuilder(@"\A(?:");
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\' && i + 1 < pattern.Length)
            {
                text.Append(Escape(pattern[++i], inClass));
                continue;
            }

            if (pattern[i] == '[') inClass = true;
            else if (pattern[i] == ']') inClass = false;
            text.Append(inClass ? pattern[i].ToString() : pattern[i] switch
            {
                '.' => $"[^{LineEnds}]",
                '^' => @"\A",
                '$' => @"\z",
                var other => other.ToString(),
            });
        }

        return new Regex(text.Append(@")\z").ToString(), RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
    }

    private static string Escape(char escaped, bool inClass) => escaped switch
    {
        'd' => inClass ? "0-9" : "[0-9]",
        'S' => @"[^ \t\n\x0B\f\r]",
        '/' => "/",
        _ => "\\" + escaped,
    };
}
