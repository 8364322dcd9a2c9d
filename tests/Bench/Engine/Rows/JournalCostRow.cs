using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace CustomLabels.Bench.Engine.Rows;

/// <summary>What a journal costs: runs with and without one in turn, as fast as they go and at 500 images a second.</summary>
internal sealed class JournalCostRow() : Row("JournalCost", "100 KB images, with a journal, with a durable one and without, in turn", minutes: 5)
{
    private const int Rounds = 7;
    private const int Images = 3000;
    private const int Pace = 500;

    private static readonly string[] Ways = ["none", "journal", "durable"];

    public override async Task RunAsync(Stage stage)
    {
        using var server = await FixedServer.StartAsync(stage);
        using var shell = await ModuleShell.StartAsync(stage, server);
        var folder = stage.Images(Images, 100 * 1024);
        var journals = Directory.CreateTempSubdirectory("customlabels-bench-journal-");
        try
        {
            var count = stage.Scaled(Images);
            await shell.RunAsync(server.EndpointUrl, folder, count, count, seconds: 120);
            foreach (var pace in new int?[] { null, Pace })
            {
                var passes = Ways.ToDictionary(way => way, _ => new List<(double Rate, double Cpu)>(), StringComparer.Ordinal);
                for (var round = 0; round < Rounds; round++)
                {
                    foreach (var way in Ways)
                    {
                        var path = Path.Combine(journals.FullName, FormattableString.Invariant($"{pace}-{way}-{round}.jsonl"));
                        var (cpu, run) = (shell.Cpu, await shell.RunAsync(server.EndpointUrl, folder, count, count, seconds: 120, Extra(pace, way, path)));
                        if (run.Images != count) throw new NotMeasuredException($"only {run.Images} of {count} images were answered: {run.First}");
                        passes[way].Add((run.Images / run.Seconds, (shell.Cpu - cpu).TotalMilliseconds / run.Images));
                    }
                }

                foreach (var way in Ways) Report.Line($"  {(pace is null ? "unpaced" : $"{pace}/s"),-8} {way,-8} {Median(passes[way], pass => pass.Rate),8:N1} images/s, {Median(passes[way], pass => pass.Cpu),6:N3} ms of processor an image (medians of {Rounds})");
                if (pace is null) continue;
                var kept = Median(passes["journal"], pass => pass.Rate) / Median(passes["none"], pass => pass.Rate);
                Report.Goal(kept >= 0.97, $"{kept:P1} of the throughput without a journal at {pace} images/s, at least 97 %");
            }
        }
        finally
        {
            journals.Delete(recursive: true);
        }
    }

    private static string Extra(int? pace, string way, string path)
    {
        var rate = pace is { } limit ? string.Create(CultureInfo.InvariantCulture, $"MaxRequestsPerSecond = {limit};") : "";
        return way switch
        {
            "none" => $"@{{ {rate} }}",
            "durable" => $"@{{ {rate} JournalPath = '{path}'; Durable = $true }}",
            _ => $"@{{ {rate} JournalPath = '{path}' }}",
        };
    }

    private static double Median(IEnumerable<(double Rate, double Cpu)> passes, Func<(double Rate, double Cpu), double> figure) => passes.Select(figure).Order().ElementAt(Rounds / 2);
}
