using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using CustomLabels.Bench.Engine.Contestants;

namespace CustomLabels.Bench.Engine.Rows;

/// <summary>What one image costs who asks for one: whole processes, this module's in pwsh and the AWS CLI's in turn, and pwsh with nothing to do.</summary>
internal sealed class ColdRow() : Row("Cold", "one image, whole processes in turn: pwsh with this module, the AWS CLI, and an empty script", minutes: 1.5)
{
    private const double AtMost = 0.35;
    private const string JitCount = "[Runtime.JitInfo]::GetCompiledMethodCount()";

    public override async Task RunAsync(Stage stage)
    {
        var manifest = stage.In("out", "CustomLabels", "CustomLabels.psd1");
        if (!File.Exists(manifest)) throw new NotMeasuredException("the module is not built: build.ps1 Build.");
        using var cli = await CliContestant.FindAsync(stage);
        if (!cli.Name.StartsWith("AWS CLI 2.", StringComparison.Ordinal)) throw new NotMeasuredException($"the AWS CLI of version 2 is not on the PATH, only {cli.Name}.");
        using var server = await LocalServer.StartAsync(stage);
        var folder = stage.Images(1, 100 * 1024);
        var script = $"Import-Module '{manifest}'; Invoke-RKCustomLabelDetection -LiteralPath '{Directory.GetFiles(folder)[0]}' -ProjectVersionArn {Keys.ProjectVersionArn}"
            + $" -EndpointUrl {server.EndpointUrl} -AccessKey {Keys.AccessKey} -SecretKey {Keys.SecretKey}";

        var runs = stage.Scaled(15);
        double[] whole = new double[runs], empty = new double[runs], other = new double[runs];
        // The first of each only warms the disk up.
        for (var run = -1; run < runs; run++)
        {
            var times = (await TimeAsync(() => PwshAsync(stage, script)), await TimeAsync(() => cli.PassAsync(server.EndpointUrl, folder)), await TimeAsync(() => PwshAsync(stage, "")));
            if (run >= 0) (whole[run], other[run], empty[run]) = times;
        }

        Print("this module", whole);
        Print(cli.Name, other);
        Print("empty script", empty);
        Report.Line($"  methods that .NET compiled as they ran: {await JitAsync(stage, script):N0}, {await JitAsync(stage, ""):N0} of them with the empty script too");
        Report.Line($"  {Median(whole) / Median(other),7:0.00} times the AWS CLI, whole against whole");
        var part = (Median(whole) - Median(empty)) / Median(other);
        Report.Goal(part <= AtMost, $"its own part, whole less empty script, is {part:0.00} of the AWS CLI's whole (at most {AtMost:0.00})");
    }

    private static async Task<string> PwshAsync(Stage stage, string script)
    {
        using var child = Child.Start(stage.Shell, ["-NoProfile", "-NonInteractive", "-Command", script], stage.Stop);
        return await child.EndAsync();
    }

    private static async Task<long> JitAsync(Stage stage, string script) =>
        long.Parse((await PwshAsync(stage, $"{script}; {JitCount}")).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^1], CultureInfo.InvariantCulture);

    private static async Task<double> TimeAsync<T>(Func<Task<T>> work)
    {
        var clock = Stopwatch.StartNew();
        await work();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static double Median(IEnumerable<double> times) => times.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

    private static void Print(string name, double[] times) =>
        Report.Line($"  {name,-14} {Median(times),7:N0} ms (median of {times.Length}; {times.Min():N0} to {times.Max():N0})");
}
