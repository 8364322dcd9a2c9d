using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace CustomLabels.Guards;

/// <summary>A user's crontab, in which one line is a guard's: crontab(5). Every other line keeps its bytes, whatever encoding they are in.</summary>
internal static class CronTable
{
    // One byte, one character: what isn't UTF-8 comes out as it went in.
    private static readonly Encoding Bytes = Encoding.GetEncoding("ISO-8859-1");

    /// <summary>The line of a guard, without a line break. Its end is a comment of the shell's, by which it is known again.</summary>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.RequestInvalid"/>: a path can't be written.</exception>
    public static string Line(GuardPlan plan) =>
        $"{(plan.Minutes == 60 ? "0" : string.Format(CultureInfo.InvariantCulture, "*/{0}", plan.Minutes))} * * * * {Command(plan).Replace("%", "\\%")} {Marker(plan.Place)}";

    /// <summary>What the shell gets to run.</summary>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.RequestInvalid"/>: a path can't be written.</exception>
    public static string Command(GuardPlan plan)
    {
        GuardPlan.Require(plan.Shell, plan.Place.Script);
        // A backslash before a percent sign, or before another one, is not the same to every cron.
        foreach (var path in new[] { plan.Shell, plan.Place.Script })
        {
            if (path.Contains('\\')) throw new CustomLabelsException(GuardErrors.PathRefused(path, "it has a backslash, which not every cron passes on"));
        }

        return string.Join(" ", new[] { Quoted(plan.Shell) }.Concat(plan.Arguments.Select(Quoted)));
    }

    /// <summary>The end of a guard's line.</summary>
    public static string Marker(GuardPlace place) => $"# {place.Name}";

    /// <summary>The table with a guard's line: in the place of the one that it had, or else at the end.</summary>
    public static byte[] With(byte[] table, GuardPlan plan)
    {
        var line = Bytes.GetString(Encoding.UTF8.GetBytes(Line(plan))) + "\n";
        var lines = Lines(table);
        var at = lines.FindIndex(one => IsOf(plan.Place, one));
        lines.RemoveAll(one => IsOf(plan.Place, one));
        // A table's last line has an end, or crontab refuses the table.
        if (at < 0 && lines.Count > 0 && !lines[lines.Count - 1].EndsWith("\n", StringComparison.Ordinal)) lines[lines.Count - 1] += "\n";
        lines.Insert(at < 0 ? lines.Count : at, line);
        return Bytes.GetBytes(string.Concat(lines));
    }

    /// <summary>The table without a guard's line.</summary>
    public static byte[] Without(byte[] table, GuardPlace place) => Bytes.GetBytes(string.Concat(Lines(table).Where(line => !IsOf(place, line))));

    /// <summary>A guard's line as it is in a table; null where there is none that runs.</summary>
    public static string? Find(byte[] table, GuardPlace place) =>
        Lines(table).Where(line => IsOf(place, line) && line[0] != '#').Select(line => Encoding.UTF8.GetString(Bytes.GetBytes(line)).TrimEnd()).FirstOrDefault();

    /// <summary>How often a guard's line is run; zero where somebody has changed it to something else.</summary>
    public static TimeSpan IntervalOf(string line)
    {
        var minute = line.Split(' ')[0];
        if (minute == "0") return TimeSpan.FromHours(1);
        return minute.StartsWith("*/", StringComparison.Ordinal) && int.TryParse(minute.Substring(2), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? TimeSpan.FromMinutes(count) : TimeSpan.Zero;
    }

    private static bool IsOf(GuardPlace place, string line) => line.TrimEnd('\n', '\r').EndsWith($" {Marker(place)}", StringComparison.Ordinal);

    private static List<string> Lines(byte[] table)
    {
        var text = Bytes.GetString(table);
        var lines = new List<string>();
        for (int start = 0, end; start < text.Length; start = end)
        {
            end = text.IndexOf('\n', start) + 1;
            if (end == 0) end = text.Length;
            lines.Add(text.Substring(start, end - start));
        }

        return lines;
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''")}'";
}
