using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Images;
using CustomLabels.Imaging.Fitting;

namespace CustomLabels.Bench.Pictures;

/// <summary>What it takes to make pictures fit: processor time and memory, how often each is encoded, and whether all fit.</summary>
internal static class Shrinking
{
    public static async Task<int> RunAsync(string folder, int threads)
    {
        var shrinker = new PictureShrinker();
        var files = Directory.GetFiles(folder, "*.*").Where(file => file.EndsWith(".jpg", StringComparison.Ordinal) || file.EndsWith(".png", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
        var warm = files[0];
        shrinker.Shrink(new FileImage(warm), CancellationToken.None);
        using var process = Process.GetCurrentProcess();
        var (processor, watch) = (process.TotalProcessorTime, Stopwatch.StartNew());
        var (unfit, encodes) = (0, 0);
        var steps = new Step[files.Length];
        await Parallel.ForEachAsync(Enumerable.Range(0, files.Length), new ParallelOptions { MaxDegreeOfParallelism = threads }, (i, cancellation) =>
        {
            var shrunk = shrinker.Shrink(new FileImage(files[i]), cancellation);
            if (Oversize.Is(shrunk.Bytes.Length, shrunk.Width, shrunk.Height)) Interlocked.Increment(ref unfit);
            Interlocked.Add(ref encodes, shrunk.EncodeCount);
            steps[i] = new Step(Path.GetFileName(files[i]), shrunk.Format.ToString(), shrunk.Width, shrunk.Height, shrunk.Quality ?? 0, shrunk.Bytes.Length, shrunk.EncodeCount);
            return ValueTask.CompletedTask;
        });
        process.Refresh();
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            Pictures = files.Length,
            Unfit = unfit,
            Encodes = encodes,
            Seconds = watch.Elapsed.TotalSeconds,
            ProcessorSeconds = (process.TotalProcessorTime - processor).TotalSeconds,
            PeakMegabytes = PeakKilobytes() / 1024.0,
            Steps = steps,
        }));
        return unfit == 0 ? 0 : 1;
    }

    // Of Linux alone; elsewhere what the system calls a peak.
    private static double PeakKilobytes()
    {
        if (!File.Exists("/proc/self/status")) return Process.GetCurrentProcess().PeakWorkingSet64 / 1024.0;
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^2], System.Globalization.CultureInfo.InvariantCulture);
    }

    private sealed record Step(string File, string Format, int Width, int Height, int Quality, int Length, int Encodes);
}
