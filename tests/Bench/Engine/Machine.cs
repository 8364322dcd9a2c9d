using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading.Tasks;

namespace CustomLabels.Bench.Engine;

/// <summary>What the figures were measured on and of.</summary>
internal static class Machine
{
    public static async Task PrintAsync(Stage stage)
    {
        var commit = (await OutputAsync(stage, "git", "-C", stage.Root, "rev-parse", "--short=12", "HEAD")).Trim();
        var changes = await OutputAsync(stage, "git", "-C", stage.Root, "status", "--porcelain");
        Report.Line($"{DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, commit {(commit.Length > 0 ? commit : "unknown")}{(changes.Length > 0 ? " with changes" : "")}");
        Report.Line($"{Environment.ProcessorCount} processors{Processor()}, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20:N0} MB, {RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}{Load()}");
        string[] versions =
        [
            RuntimeInformation.FrameworkDescription, await OutputAsync(stage, stage.Shell, "--version"), await OutputAsync(stage, "python3", "--version"),
            await OutputAsync(stage, "python3", "-c", "import importlib.util as u; print('boto3 ' + __import__('boto3').__version__ if u.find_spec('boto3') else '')"),
        ];
        Report.Line($"{string.Join(", ", versions.Select(version => version.Trim()).Where(version => version.Length > 0))}");
    }

    private static string Processor()
    {
        const string Info = "/proc/cpuinfo";
        var name = File.Exists(Info) ? File.ReadLines(Info).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return name is null ? "" : $" ({name.Substring(name.IndexOf(':') + 1).Trim()})";
    }

    private static string Load() => File.Exists("/proc/loadavg") ? $", load {File.ReadAllText("/proc/loadavg").Split(' ')[0]} before" : "";

    private static async Task<string> OutputAsync(Stage stage, string program, params string[] arguments)
    {
        try
        {
            using var child = Child.Start(program, arguments, stage.Stop);
            return await child.EndAsync();
        }
        catch (NotMeasuredException)
        {
            return "";
        }
    }
}
