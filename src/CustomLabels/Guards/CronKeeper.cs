using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace CustomLabels.Guards;

/// <summary>cron, by a line of the user's crontab.</summary>
/// <param name="programs">Runs crontab.</param>
internal sealed class CronKeeper(SystemProgram programs) : IGuardKeeper
{
    private const string Crontab = "crontab";
    private const string Processes = "/proc";

    // What crontabs say where a user has none: Debian's, cronie's and macOS's, and BusyBox's.
    private static readonly string[] SaysNone = ["no crontab for", "can't open"];
    private static readonly string[] Daemons = ["cron", "crond", "anacron", "fcron"];

    /// <inheritdoc/>
    public GuardKind Kind => GuardKind.Cron;

    /// <inheritdoc/>
    public string Preview(GuardPlan plan) => $"crontab of {Environment.UserName}:\n{CronTable.Line(plan)}\n";

    /// <inheritdoc/>
    public void Install(GuardPlan plan)
    {
        var before = Read();
        var after = CronTable.With(before, plan);
        if (!after.SequenceEqual(before)) Write(after);
    }

    /// <inheritdoc/>
    public string Pass(GuardPlan plan)
    {
        // What cron gives a command, and no more: crontab(5).
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["HOME"] = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ["LOGNAME"] = Environment.UserName, ["USER"] = Environment.UserName,
            ["PATH"] = "/usr/bin:/bin", ["SHELL"] = "/bin/sh",
        };
        return programs.Run("/bin/sh", ["-c", CronTable.Command(plan)], environment: environment).Reason;
    }

    /// <inheritdoc/>
    public ModelGuard? Find(GuardPlace place)
    {
        if (SystemProgram.Find(Crontab) is null || CronTable.Find(Read(), place) is not { } line) return null;
        return new ModelGuard(Kind) { Interval = CronTable.IntervalOf(line), Command = line, Path = CronTable.Marker(place) };
    }

    /// <inheritdoc/>
    public void Remove(GuardPlace place)
    {
        var before = Read();
        var after = CronTable.Without(before, place);
        if (after.Length == before.Length) return;
        if (after.Length > 0) Write(after);
        else Require(programs.Run(Crontab, ["-r"]));
    }

    /// <inheritdoc/>
    public IEnumerable<string> Warnings()
    {
        // macOS starts it where there is a crontab.
        if (Directory.Exists(Processes) && !Directory.EnumerateDirectories(Processes).Any(IsDaemon))
            yield return "No cron runs on this machine now: the guard passes once one is started.";
    }

    private static bool IsDaemon(string process)
    {
        try
        {
            var name = Path.Combine(process, "comm");
            return char.IsDigit(Path.GetFileName(process)[0]) && File.Exists(name) && Daemons.Contains(File.ReadAllText(name).Trim(), StringComparer.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It has ended meanwhile.
            return false;
        }
    }

    // A table that could not be read must not be taken for none: it would be written over.
    private byte[] Read()
    {
        var result = programs.Run(Crontab, ["-l"]);
        if (result.ExitCode == 0) return result.Output;
        return result.Output.Length == 0 && SaysNone.Any(result.Error.Contains) ? [] : throw programs.Unavailable($"crontab -l: {result.Reason}");
    }

    private void Write(byte[] table) => Require(programs.Run(Crontab, ["-"], input: table));

    private void Require(ProgramResult result)
    {
        if (result.ExitCode != 0) throw programs.Unavailable($"crontab: {result.Reason}");
    }
}
