using System;
using System.Globalization;
using System.Threading.Tasks;

namespace CustomLabels.Bench.Engine.Rows;

/// <summary>A model of 25 TPS and no parameters: whether the engine finds that rate and keeps to it.</summary>
internal sealed class RateRow(string name, double burst)
    : Row(name, FormattableString.Invariant($"model of {Tps} TPS with a burst of {burst} s, {Latency} s latency, {Images} images, no parameters"), minutes: 4.2)
{
    private const int Tps = 25;
    private const double Latency = 0.2;
    private const int Images = 6000;
    private const int Settling = 30;

    public override async Task RunAsync(Stage stage)
    {
        using var warmUp = await FixedServer.StartAsync(stage);
        using var shell = await ModuleShell.StartAsync(stage, warmUp);
        var images = stage.Scaled(Images);
        var folder = stage.Images(1000, 2048);
        using var server = await LocalServer.StartAsync(
            stage, "--tps-per-inference-unit", Text(Tps), "--burst", Text(burst), "--latency", Text(Latency));

        // A quarter more time than the model needs: who is slower has missed it by then.
        var run = await shell.RunAsync(server.EndpointUrl, folder, images, every: 5, seconds: 1.25 * images / Tps);
        var counters = await server.CountersAsync();
        var settling = stage.Scaled(Settling);
        var (rate, throttled) = (run.RateAfter(settling) / Tps, (double)counters.Throttled / counters.Requests);
        Report.Line($"  {run.Images:N0} images in {run.Seconds:N1} s; {counters.Requests:N0} requests, {counters.Throttled:N0} throttled");
        Report.Goal(rate >= 0.97, $"{rate:P1} of {Tps} TPS after the first {settling} s, at least 97 %");
        Report.Goal(throttled < 0.03, $"{throttled:P2} of requests throttled, under 3 %");
        Report.Goal(run.Failed == 0 && run.Images == images, $"{run.Failed:N0} of {images:N0} images failed, {images - run.Failed - run.Images:N0} not sent in time {run.First}");
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
