using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace CustomLabels.Bench.Engine.Rows;

/// <summary>A finished night that is run again: how long it takes, how much memory, and whether anything is sent.</summary>
internal sealed class JournalResumeRow() : Row("JournalResume", "a journal of 100,000 finished images is run again", minutes: 4)
{
    private const int Images = 100_000;

    public override async Task RunAsync(Stage stage)
    {
        using var server = await FixedServer.StartAsync(stage);
        var count = stage.Scaled(Images);
        var folder = stage.Images(count, 128);
        var journals = Directory.CreateTempSubdirectory("customlabels-bench-journal-");
        try
        {
            var path = Path.Combine(journals.FullName, "night.jsonl");
            foreach (var title in new[] { "first run", "run again" })
            {
                using var shell = await ModuleShell.StartAsync(stage, server);
                await server.TakeCountersAsync();
                var run = await shell.RunAsync(server.EndpointUrl, folder, count, Math.Max(1, count / 10), seconds: 600, $"@{{ JournalPath = '{path}' }}");
                var sent = (await server.TakeCountersAsync()).Requests;
                var (start, end) = (run.Looks[0], run.Looks[^1]);
                Report.Line($"  {title}: {run.Images:N0} images in {run.Seconds:N1} s, the first tenth after {run.Looks[1].Seconds:N1} s; {sent:N0} requests, {run.Failed} failed {run.First}");
                Report.Line($"    peak {Megabytes(end.Hwm - start.Rss)} MB above the {Megabytes(start.Rss)} MB after import and one call; RSS MB above it by tenths: {string.Join(" ", run.Looks.Skip(1).Take(10).Select(look => Megabytes(look.Rss - start.Rss)))}");
                if (title == "run again") Report.Goal(sent == 0 && run.Images == count, $"{sent:N0} requests for {run.Images:N0} of {count:N0} images, 0 requests");
            }

            Report.Line($"    the journal has {new FileInfo(path).Length / 1e6:N1} MB");
        }
        finally
        {
            journals.Delete(recursive: true);
        }
    }
}
