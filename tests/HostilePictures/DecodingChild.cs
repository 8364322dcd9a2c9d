using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;

namespace CustomLabels.HostilePictures;

/// <summary>A process that decodes. When it dies, that is the file's outcome, and the next one gets another.</summary>
internal sealed class DecodingChild : IDisposable
{
    /// <summary>The most memory that it may have: what pictures may use, .NET, and what encoders take.</summary>
    public const long MaxBytes = Decoding.RoomBytes + (512L << 20);

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private Process? _process;

    public Outcome Decode(string file)
    {
        var process = _process ??= Start();
        var clock = Stopwatch.StartNew();
        process.StandardInput.WriteLine(file);
        process.StandardInput.Flush();
        var line = process.StandardOutput.ReadLineAsync();
        if (!line.Wait(Limit)) return End("HANG", clock);
        if (line.Result?.Split('\t') is not [var name, var milliseconds, var peak]) return End("CRASH", clock);
        var outcome = new Outcome(name, name.StartsWith(Decoding.Finding, StringComparison.Ordinal), Number(milliseconds), Number(peak));
        // Its peak never falls: another process has one of its own.
        if (outcome.PeakBytes > MaxBytes / 4) Dispose();
        return outcome;
    }

    public void Dispose()
    {
        if (_process is null) return;
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }

    private static long Number(string text) => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static Process Start()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(DecodingChild).Assembly.Location);
        start.ArgumentList.Add("--decode");
        return Process.Start(start)!;
    }

    private Outcome End(string name, Stopwatch clock)
    {
        Dispose();
        return new Outcome(name, IsFinding: true, clock.ElapsedMilliseconds, 0);
    }
}
