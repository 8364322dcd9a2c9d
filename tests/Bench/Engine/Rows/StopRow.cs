using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace CustomLabels.Bench.Engine.Rows;

/// <summary>How long it takes to stop while no answer is near, and whether anything is sent after that.</summary>
internal sealed class StopRow() : Row("Stop", "Select-Object -First 1, and Ctrl+C (the pipeline's Stop), while answers take 2 s", minutes: 1)
{
    private const int Latency = 2000;
    private const int Times = 5;

    public override async Task RunAsync(Stage stage)
    {
        using var server = await FixedServer.StartAsync(stage, Latency);
        using var shell = await ModuleShell.StartAsync(stage, server);
        var folder = stage.Images(1000, 2048);
        await MeasureAsync("-First 1", () => shell.MeasureAsync<Stopped>("Measure-FirstOnly", server.EndpointUrl, folder));
        await MeasureAsync("Ctrl+C", () => shell.MeasureAsync<Stopped>("Measure-Stop", server.EndpointUrl, folder, "-After 3"));

        async Task MeasureAsync(string what, Func<Task<Stopped>> stopAsync)
        {
            var stops = new List<Stopped>();
            for (var i = 0; i < Times; i++) stops.Add(await stopAsync());
            var times = stops.Select(stop => stop.Milliseconds).Order().ToList();
            Report.Line($"  {what,-9} {times[Times / 2],7:N0} ms (median of {Times}; {times[0]:N0} to {times[^1]:N0}), {stops.Sum(stop => stop.SentAfter):N0} requests sent in the second after");
        }
    }

    private sealed record Stopped(double Milliseconds, long SentAfter);
}
