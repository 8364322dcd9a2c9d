using System;
using System.Collections.Generic;
using CustomLabels.Images;

namespace CustomLabels.Fuzz.Headers;

/// <summary>Image headers: read without an exception, the same from any kind of stream, and with work that is bounded by the bytes there are.</summary>
public sealed class HeadersTarget : IFuzzTarget
{
    public string Name => "headers";

    public string Bound => "no exception; the same from a stream that seeks and one that can't and reads short; each byte read at most once, and reads <= bytes read + 1";

    public IReadOnlyList<byte[]> Corpus => HeaderCorpus.All;

    public string Try(byte[] input)
    {
        var header = Read(input, canSeek: true);
        var other = Read(input, canSeek: false);
        if (header != other) throw new InvalidOperationException($"{header} from a stream that can seek, {other} from one that can't.");
        Check(header);
        return Outcome(header);
    }

    private static ImageHeader Read(byte[] input, bool canSeek)
    {
        using var stream = new MeteredStream(input, canSeek);
        var header = ImageHeaderReader.Read(stream);
        if (stream.BytesRead > input.Length || stream.Reads > stream.BytesRead + 1)
            throw new InvalidOperationException($"{stream.Reads} reads gave {stream.BytesRead} of {input.Length} bytes.");
        return header;
    }

    /// <summary>What a header may hold, whatever the input.</summary>
    private static void Check(ImageHeader header)
    {
        var isPossible = header is { Width: null or > 0, Height: null or > 0, ExifOrientation: null or (>= 1 and <= 8) }
            && (header.Format != ImageFormat.Unknown || header == ImageHeader.Unknown)
            && (header.Width is not null || header.Height is null)
            && (header.Defect is null || !header.IsTruncated);
        if (!isPossible) throw new InvalidOperationException($"{header} is no header.");
    }

    private static string Outcome(ImageHeader header)
    {
        if (header.Format == ImageFormat.Unknown) return "neither PNG nor JPEG";
        var size = header.Width is null ? "without size" : "with size";
        var turned = header.ExifOrientation is null ? "" : ", turned";
        return $"{header.Format} {size}{(header.IsTruncated ? ", truncated" : "")}{(header.Defect is null ? "" : ", " + header.Defect)}{turned}";
    }
}
