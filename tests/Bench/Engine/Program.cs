using System;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;
using CustomLabels.Bench.Engine;
using CustomLabels.Bench.Engine.Rows;

Row[] all =
[
    new ThroughputRow("Throughput-100KB", images: 3000, length: 100 * 1024, ofHandSigned: 0.55, timesBoto3: 3, timesCli: 1000),
    new ThroughputRow("Throughput-2MB", images: 300, length: 2 * 1024 * 1024, ofHandSigned: 0.90, timesBoto3: 5, timesCli: null),
    new RateRow("Rate25-0.2s", burst: 0.2),
    new RateRow("Rate25-1s", burst: 1),
    new RateRow("Rate25-5s", burst: 5),
    new UnitsRow(),
    new FaultsRow(),
    new MemoryRow("Memory", images: 1000),
    new MemoryRow("MemoryLong", images: 20_000) { IsOnlyByName = true },
    new AllocationRow(),
    new EnduranceRow(),
    new StopRow(),
    new JournalCostRow(),
    new JournalResumeRow(),
    new ColdRow(),
    new ScriptRow("Import", "Import-Module, against a binary module of one cmdlet, in fresh processes", minutes: 0.5, "Import.ps1", "Runs", of: 15),
    new ScriptRow("Shrink", "pictures of 12 megapixels made to fit, beside Pillow", minutes: 1, "Pictures/Shrink.ps1", "Pictures", of: 20),
    new ScriptRow("Listing", "Get-RKModel over 100 projects of 20 versions, at 5 calls a second and without a quota", minutes: 0.7, "Listing.ps1", "Projects", of: 100),
    new ScriptRow("Annotations", "labels of 100,000 images read and written in each format, a manifest of 250,000 lines, a COCO file of 500 MB", minutes: 10, "Annotations/Annotations.ps1", "Images", of: 100_000) { IsOnlyByName = true },
    new ScriptRow("Evaluation", "all figures of 5,000 pictures with 400,000 detections, in fresh processes; against pycocotools, where it is", minutes: 1.5, "Evaluation/Evaluation.ps1", "Images", of: 5000),
    new ScriptRow("Drawing", "ten labels drawn on, and ten parts cut out of, pictures of 12 megapixels; against Pillow, which makes them", minutes: 1, "Drawing/Drawing.ps1", "Pictures", of: 20),
    new ScriptRow("JournalKill", "200 runs over 300 images killed at random moments, and resumed", minutes: 20, "Journal/kill.ps1", "Kills", of: 200) { IsOnlyByName = true },
    new ScriptRow("JournalFull", "runs into file systems that are full at 24 sizes, and on when there is room; Linux, as root", minutes: 2, "Journal/full.ps1", "Sizes", of: 24),
];

if (!Options.TryParse(args, out var options) || all.Where(options.Chooses).ToArray() is not { Length: > 0 } rows)
{
    Console.Error.WriteLine($"{Options.Usage}\nrows:");
    foreach (var row in all) Console.Error.WriteLine($"  {row.Name,-17} {row.Title}{(row.IsOnlyByName ? "; only when named" : "")}");
    return 2;
}

using var stop = new CancellationTokenSource();
void Stop(PosixSignalContext context)
{
    // Otherwise the runtime would end this process and leave its children and images behind.
    context.Cancel = true;
    stop.Cancel();
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var stage = new Stage(options, stop.Token);
await Machine.PrintAsync(stage);
Report.Line($"{rows.Length} rows: {string.Join(", ", rows.Select(row => row.Name))}. About {Math.Ceiling(rows.Sum(row => row.Minutes) * options.Scale):0} minutes.");
if (options.Scale < 1) Report.Line($"At {options.Scale:P1} of the size: this shows that the rows work, its figures mean nothing.");
var failed = 0;
foreach (var row in rows)
{
    Report.Line($"\n{row.Name}: {row.Title}");
    try
    {
        await row.RunAsync(stage);
    }
    catch (Exception) when (stop.IsCancellationRequested)
    {
        // Also what a child says that the same Ctrl+C has ended.
        Report.Line($"  stopped");
        return 130;
    }
    catch (Exception e)
    {
        // Whatever it is, the other rows can still be measured.
        failed++;
        Report.Line($"  not measured: {(e is NotMeasuredException ? "" : $"{e.GetType().Name}: ")}{e.Message}");
    }
}

return failed == 0 ? 0 : 1;
