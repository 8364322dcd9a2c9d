using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace CustomLabels.Bench.Engine.Rows;

/// <summary>How long it takes to stop while no answer is near, and whether anything is asked after that.</summary>
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
            var times = new List<double>();
            var later = 0L;
            for (var i = 0; i < Times; i++)
            {
                times.Add((await stopAsync()).Milliseconds);
                await server.TakeCountersAsync();
                await Task.Delay(TimeSpan.FromMilliseconds(Latency / 2), stage.Stop);
                later += (await server.TakeCountersAsync()).Requests;
            }

            Report.Line($"  {what,-9} {times.Order().ElementAt(Times / 2),7:N0} ms (median of {Times}; {times.Min():N0} to {times.Max():N0}), {later:N0} requests in the second after");
        }
    }

    private sealed record Stopped(double Milliseconds);
}
