using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;

namespace CustomLabels.Bench.Engine;

/// <summary>What all rows share: where things are, the images, and the way to stop. Its folder of images goes with it.</summary>
internal sealed class Stage : IDisposable
{
    // SOI and a baseline frame header, 640 by 480: what tells a JPEG and its size. The rest is noise, as compressed data is.
    private static readonly byte[] JpegHead = [0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 1, 0xE0, 2, 0x80, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];

    private readonly string _folder = Directory.CreateTempSubdirectory("customlabels-bench-").FullName;
    private readonly Dictionary<(int, int), string> _images = [];
    private readonly Options _options;

    public Stage(Options options, CancellationToken stop)
    {
        _options = options;
        Stop = stop;
        Root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(Root, "CustomLabels.psd1"))) Root = Path.GetDirectoryName(Root) ?? throw new InvalidOperationException("This program is not inside its repository.");
    }

    /// <summary>The repository.</summary>
    public string Root { get; }

    /// <summary>The pwsh to measure in.</summary>
    public string Shell => _options.Shell;

    /// <summary>Cancelled on Ctrl+C.</summary>
    public CancellationToken Stop { get; }

    /// <summary>A number of images, or of seconds, at the scale of this run.</summary>
    public int Scaled(int count) => Math.Max(1, (int)Math.Round(count * _options.Scale));

    /// <summary>A file of the repository.</summary>
    public string In(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>A folder of so many different images of a length; made once, and read once so that the system has them in memory.</summary>
    public string Images(int count, int length)
    {
        if (_images.TryGetValue((count, length), out var made)) return made;
        var needed = (long)count * (length + 4096);
        var free = new DriveInfo(_folder).AvailableFreeSpace;
        if (free < 2 * needed) throw new NotMeasuredException(FormattableString.Invariant($"its images need {needed >> 20} MB and half of {_folder} has only {free >> 21}."));
        var folder = Directory.CreateDirectory(Path.Combine(_folder, FormattableString.Invariant($"{count}x{length}"))).FullName;
        var random = new Random(length);
        var image = new byte[length];
        random.NextBytes(image);
        JpegHead.CopyTo(image, 0);
        for (var i = 0; i < count; i++)
        {
            Stop.ThrowIfCancellationRequested();

            // Another noise in all would take longer than all that is measured with it; another block in each is as different to all who read them.
            if (length > JpegHead.Length) random.NextBytes(image.AsSpan(JpegHead.Length, Math.Min(4096, length - JpegHead.Length)));
            File.WriteAllBytes(Path.Combine(folder, FormattableString.Invariant($"{i:D6}.jpg")), image);
        }

        return _images[(count, length)] = folder;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
