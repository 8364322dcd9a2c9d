using System;
using System.Diagnostics;
using System.IO;
using CustomLabels.Images;
using CustomLabels.Imaging.Decoding;
using CustomLabels.Imaging.Encoding;
using CustomLabels.Pictures;
using CustomLabels.Pictures.Metadata;

namespace CustomLabels.HostilePictures;

/// <summary>The child's part: reads paths, and writes a line for each: what became of it, tab, its milliseconds, tab, the process's peak.</summary>
internal static class Decoding
{
    /// <summary>Before what must not be.</summary>
    public const string Finding = "EXCEPTION ";

    /// <summary>What pictures may use in the child.</summary>
    public const long RoomBytes = 1L << 30;

    private const int PreviewSide = 256;

    public static void Serve(TextReader paths, TextWriter outcomes)
    {
        var room = new PictureRoom(RoomBytes);
        while (paths.ReadLine() is { } path)
        {
            var clock = Stopwatch.StartNew();
            var name = Try(path, room);
            using var process = Process.GetCurrentProcess();
            outcomes.WriteLine($"{name}\t{clock.ElapsedMilliseconds}\t{process.PeakWorkingSet64}");
            outcomes.Flush();
        }
    }

    private static string Try(string path, PictureRoom room)
    {
        try
        {
            var isIncomplete = Use(path, maxDimension: null, room) | Use(path, PreviewSide, room);
            return room.Taken == 0 ? isIncomplete ? "decoded, incomplete" : "decoded" : $"{Finding}{room.Taken} bytes are left taken";
        }
        catch (CustomLabelsException e) when (e.Error is { Message.Length: > 20, RecommendedAction.Length: > 20 } && room.Taken == 0)
        {
            return $"error {e.Error.Id}{Kind(e.Error.Message)}";
        }
        catch (Exception e)
        {
            return $"{Finding}{e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}";
        }
    }

    // All that is done with a picture, but for what is drawn on it.
    private static bool Use(string path, int? maxDimension, PictureRoom room)
    {
        using var picture = PictureDecoder.Decode(new FileImage(path), maxDimension, room);
        var (width, height) = (picture.Bitmap.Width, picture.Bitmap.Height);
        foreach (var format in new[] { ImageFormat.Png, ImageFormat.Jpeg })
        {
            using var copy = new MemoryStream();
            PictureEncoder.Encode(picture.Bitmap, format, 85, copy);
            using var source = File.OpenRead(path);
            var file = PictureMetadata.Read(source, picture.Header.Format).AddTo(copy.ToArray(), format, width, height);
            var header = ImageHeaderReader.Read(new MemoryStream(file));
            if ((header.Format, header.Width, header.Height) != (format, width, height)) throw new InvalidOperationException($"The copy is {header}.");
        }

        return picture.IsIncomplete;
    }

    private static string Kind(string message) =>
        message.Contains("scans", StringComparison.Ordinal) ? ": too many scans"
        : message.Contains("by its header", StringComparison.Ordinal) ? ": too many pixels"
        : message.Contains("of memory", StringComparison.Ordinal) ? ": too much memory"
        : message.Contains("the decoder says", StringComparison.Ordinal) ? ": the decoder refuses its pixels"
        : message.Contains("can't be decoded", StringComparison.Ordinal) ? ": the header or the decoder forbids it"
        : "";
}
