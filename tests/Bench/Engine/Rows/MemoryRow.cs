using System;
using System.Globalization;
using System.Threading.Tasks;

namespace CustomLabels.Bench.Engine.Rows;

/// <summary>What large images cost in memory while many are in flight, and whether that grows with their number.</summary>
internal sealed class MemoryRow(string name, int images)
    : Row(name, FormattableString.Invariant($"peak memory of pwsh, 4 MB images, 32 in flight, {images:N0} images"), minutes: images / 64.0 / 60 + 0.3)
{
    private const int InFlight = 32;
    private const int AtMost = 64;

    // What keeps so many in flight while the processor can do a hundred or two a second.
    private const int Latency = 500;

    public override async Task RunAsync(Stage stage)
    {
        using var server = await FixedServer.StartAsync(stage, Latency);
        var folder = stage.Images(32, 4 * 1024 * 1024);
        using var shell = await ModuleShell.StartAsync(stage, server);
        await server.TakeCountersAsync();
        var count = stage.Scaled(images);
        var run = await shell.RunAsync(
            server.EndpointUrl, folder, count, every: Math.Max(1, count / 20), seconds: 30 + (0.1 * count), string.Create(CultureInfo.InvariantCulture, $"@{{ ThrottleLimit = {InFlight} }}"));
        var counters = await server.TakeCountersAsync();
        Report.Line($"  {run.Images:N0} images in {run.Seconds:N1} s, at most {counters.MostInFlight} requests in flight; {run.Failed:N0} failed {run.First}");
        if (run.Looks[0].Rss is not { } start) throw new NotMeasuredException("this system has no /proc/self/status.");

        Report.Line($"  {"images",10} {"RSS MB",9} {"peak MB",9}   less the {Megabytes(start)} MB after import and one call");
        foreach (var look in run.Looks) Report.Line($"  {look.Images,10:N0} {Megabytes(look.Rss - start),9} {Megabytes(look.Hwm - start),9}");
        var (first, last) = (run.Looks[Math.Min(1, run.Looks.Length - 1)], run.Looks[^1]);
        Report.Line($"  the peak grew by {Megabytes(last.Hwm - first.Hwm)} MB from image {first.Images:N0} to {last.Images:N0}");
        var peak = (last.Hwm!.Value - start) / 1024.0;
        Report.Goal(counters.MostInFlight == InFlight, $"{counters.MostInFlight} in flight, {InFlight}");
        Report.Goal(peak <= AtMost, $"{peak:N1} MB at most, {AtMost} MB");
    }
}
