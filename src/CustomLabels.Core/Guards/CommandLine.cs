using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace CustomLabels.Guards;

/// <summary>Arguments as one text, which Windows programs take apart again by the rules of CommandLineToArgvW, and .NET on Unix by the same.</summary>
internal static class CommandLine
{
    /// <summary>The text.</summary>
    /// <param name="arguments">The arguments, without the program.</param>
    public static string Of(IEnumerable<string> arguments) => string.Join(" ", arguments.Select(Quoted));

    private static string Quoted(string argument)
    {
        if (argument.Length > 0 && argument.IndexOfAny([' ', '\t', '"']) < 0) return argument;
        var quoted = new StringBuilder("\"");
        var backslashes = 0;
        foreach (var c in argument)
        {
            if (c == '\\')
            {
                backslashes++;
                continue;
            }

            // Backslashes count only before a quote: there each is doubled, and one more is the quote's own.
            quoted.Append('\\', c == '"' ? (2 * backslashes) + 1 : backslashes).Append(c);
            backslashes = 0;
        }

        return quoted.Append('\\', 2 * backslashes).Append('"').ToString();
    }
}
