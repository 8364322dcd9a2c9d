using System;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Text.Json;
using System.Threading;

namespace CustomLabels.Detection.Journal;

/// <summary>Reads a journal's images from its start, checks every line on the way, and finds where a run that was killed has left it.</summary>
internal sealed class JournalFileReader : IDisposable
{
    private const int FirstVersion = 1;
    private const int LongestHeader = 4096;

    // Where a file that is no journal at all has no line end, this much of it is read.
    private const int LongestLine = 64 * 1024 * 1024;

    private static readonly byte[] Utf16LittleEndian = [0xFF, 0xFE];
    private static readonly byte[] Utf16BigEndian = [0xFE, 0xFF];

    private readonly string _path;
    private readonly JournalScanner _scanner;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Starts at a file's first byte; the stream stays its owner's. The token ends it between two lines.</summary>
    public JournalFileReader(string path, Stream stream, CancellationToken cancellationToken = default)
    {
        _path = path;
        _cancellationToken = cancellationToken;
        _scanner = new JournalScanner(stream);
    }

    /// <summary>Where the last image's line begins.</summary>
    public long Offset => _scanner.Offset;

    /// <summary>The last image's bytes, its line end not included.</summary>
    public int Length { get; private set; }

    /// <summary>The last run that began; null when none has.</summary>
    public JournalRun? LastRun { get; private set; }

    /// <summary>Where the digit of the format's version stands in a file of the first; null in one of this version.</summary>
    public long? FirstVersionOffset { get; private set; }

    /// <summary>Where the last whole line ends.</summary>
    public long End { get; private set; }

    /// <summary>The bytes behind it, of a line that was being written when its run was killed.</summary>
    public long TornLength { get; private set; }

    /// <summary>Reads the next image.</summary>
    /// <param name="image">The image; its answer is good until the next one is read.</param>
    /// <returns>False at the end; what stands there is then known.</returns>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.JournalInvalid"/>.</exception>
    public bool TryRead([NotNullWhen(true)] out JournalImage? image)
    {
        while (TryReadLine(out var line))
        {
            try
            {
                image = Read(line);
            }
            catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
            {
                // Whole pages of a file that a machine lost power over come back as NULs, the last line's end behind them.
                if (line.Span.IndexOf((byte)0) < 0 || !_scanner.IsAtEnd) throw Invalid(e);
                TornLength = line.Length + 1;
                break;
            }

            End = _scanner.Offset + line.Length + 1;
            Length = line.Length;
            if (image is not null) return true;
        }

        image = null;
        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _scanner.Dispose();

    private bool TryReadLine(out ReadOnlyMemory<byte> line)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        try
        {
            if (_scanner.TryRead(_scanner.LineNumber == 0 ? LongestHeader : LongestLine, out line)) return true;
        }
        catch (FormatException e)
        {
            throw _scanner.LineNumber == 0 ? NotAJournal(_scanner.Rest.Span, e) : Invalid(e, _scanner.LineNumber + 1);
        }
        catch (IOException e)
        {
            throw new CustomLabelsException(JournalErrors.Unreadable(_path, e.Message), e);
        }

        TornLength = _scanner.Rest.Length;
        if (_scanner.LineNumber == 0 && !IsTornHeader(_scanner.Rest.Span)) throw NotAJournal(_scanner.Rest.Span);
        return false;
    }

    private JournalImage? Read(ReadOnlyMemory<byte> line)
    {
        if (_scanner.LineNumber == 1)
        {
            ReadHeader(line.Span);
            return null;
        }

        // An editor's last line, or an empty one between.
        if (line.Length == 0 || (line.Length == 1 && line.Span[0] == (byte)'\r')) return null;
        switch (JournalJson.Type(line.Span))
        {
            case "Image": return JournalJson.Image(line);
            case "Run":
                LastRun = JournalJson.Run(line.Span);
                return null;
            case var other: throw new FormatException($"a line of the type '{VisibleText.Of(other)}'");
        }
    }

    private void ReadHeader(ReadOnlySpan<byte> line)
    {
        try
        {
            if (JournalJson.Type(line) != "Header") throw new FormatException("another type");
            var (version, place, module) = JournalJson.Header(line);
            if (version is not { } known) throw new FormatException("no version");
            if (known is not (FirstVersion or JournalLines.FormatVersion)) throw new CustomLabelsException(JournalErrors.OtherVersion(_path, known, module));
            if (version == FirstVersion) FirstVersionOffset = _scanner.Offset + place;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            throw NotAJournal(line, e);
        }
    }

    /// <summary>Whether these bytes, the whole file, are a header that was being written: its beginning, and NULs where a power failure left them.</summary>
    private static bool IsTornHeader(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.Length;
        while (end > 0 && bytes[end - 1] == 0) end--;
        var written = bytes.Slice(0, end);
        var start = "{\"Type\":\"Header\""u8;
        return written.Length < start.Length ? start.StartsWith(written) : written.StartsWith(start);
    }

    private CustomLabelsException NotAJournal(ReadOnlySpan<byte> start, Exception? e = null) =>
        new(start.StartsWith(Utf16LittleEndian) || start.StartsWith(Utf16BigEndian) ? JournalErrors.IsUtf16(_path) : JournalErrors.NotAJournal(_path), e);

    private CustomLabelsException Invalid(Exception e, int? lineNumber = null) =>
        new(JournalErrors.LineInvalid(_path, lineNumber ?? _scanner.LineNumber, e is JsonException ? "it is not JSON" : $"it is {e.Message}"), e);
}
