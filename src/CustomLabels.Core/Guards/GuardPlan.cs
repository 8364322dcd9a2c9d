using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace CustomLabels.Guards;

/// <summary>What a guard is to run, and how often. Nothing that a user gave to a model or a profile is in it: paths only.</summary>
/// <param name="Place">Its files.</param>
/// <param name="Shell">The full path of PowerShell.</param>
/// <param name="Interval">How often: see <see cref="GuardInterval"/>.</param>
internal sealed record GuardPlan(GuardPlace Place, string Shell, TimeSpan Interval)
{
    /// <summary>The arguments of PowerShell.</summary>
    public IReadOnlyList<string> Arguments { get; } = ["-NoProfile", "-NonInteractive", "-File", Place.Script];

    /// <summary>Minutes between two passes.</summary>
    public int Minutes => (int)Interval.TotalMinutes;

    /// <summary>Refuses what no format of a scheduler can hold: a line ends at a line break, and a character that shows as nothing hides what is run.</summary>
    /// <param name="paths">The paths that will be written.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.RequestInvalid"/>: a path has such a character.</exception>
    public static void Require(params string[] paths)
    {
        foreach (var path in paths)
        {
            if (path.Any(char.IsControl) || path.IndexOfAny(['\u2028', '\u2029', '\uFFFE', '\uFFFF']) >= 0 || !IsWhole(path))
                throw new CustomLabelsException(GuardErrors.PathRefused(path, "it has a line break or another control character"));
        }
    }

    // Half a surrogate pair is no character, and no encoding can hold it.
    private static bool IsWhole(string text)
    {
        try
        {
            _ = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetByteCount(text);
            return true;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
