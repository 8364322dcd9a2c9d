using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace CustomLabels.Bench.Engine.Rows;

/// <summary>A night's run: whether it ends, and is as fast and as small at its end as at its start.</summary>
internal sealed class EnduranceRow() : Row("Endurance", "100,000 small images, server without latency, three runs", minutes: 4)
{
    private const int Images = 100_000;
    private const int Runs = 3;

    public override async Task RunAsync(Stage stage)
    {
        using var server = await FixedServer.StartAsync(stage);
        var folder = stage.Images(1000, 2048);
        var tenth = stage.Scaled(Images / 10);
        var count = 10 * tenth;
        var ratios = new List<double>();
        var done = 0;
        for (var run = 1; run <= Runs; run++)
        {
            using var shell = await ModuleShell.StartAsync(stage, server);
            var result = await shell.RunAsync(server.EndpointUrl, folder, count, tenth, seconds: 600);
            Report.Line($"  run {run}: {result.Images:N0} images in {result.Seconds:N1} s; {result.Failed:N0} failed {result.First}");
            if (result.Images < count) continue;
            done++;
            var rates = result.Looks.Zip(result.Looks.Skip(1), (from, to) => tenth / (to.Seconds - from.Seconds)).Take(10).ToArray();
            ratios.Add(rates[9] / rates[1]);
            Report.Line($"    RSS MB   {string.Join(" ", result.Looks.Take(11).Select(look => $"{Megabytes(look.Rss),6}"))}, peak {Megabytes(result.Looks[^1].Hwm)}");
            Report.Line($"    images/s        {string.Join(" ", rates.Select(rate => $"{(int)rate,6}"))}");
        }

        Report.Goal(done == Runs, $"{done} of {Runs} runs ended within 10 minutes");
        if (done < Runs) return;
        var ratio = ratios.Order().ElementAt(Runs / 2);
        Report.Goal(ratio >= 0.95, $"the last tenth at {ratio:P1} of the second tenth's rate, at least 95 % (median of {Runs})");
    }
}
