using System;
using System.IO;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace CustomLabels.Detection.Journal;

/// <summary>A journal that is open to be gone on with: its lock, its index, and the way to its end. Safe for concurrent use.</summary>
internal sealed class JournalFile : IDisposable
{
    // A clock's and a file system's notion of one moment.
    private static readonly TimeSpan SameMoment = TimeSpan.FromSeconds(5);

    private readonly string _path;
    private readonly JournalLock _lock;
    private readonly FileStream _lines;
    private readonly JournalWriter _writer;

    private JournalFile(string path, bool isDurable, JournalLock journalLock, CancellationToken cancellationToken)
    {
        _path = path;
        _lock = journalLock;
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, bufferSize: 1);
        try
        {
            long? firstVersion;
            // A pipe or a device.
            if (!file.CanSeek) throw new CustomLabelsException(JournalErrors.NotAJournal(path));
            using (var reader = new JournalFileReader(path, file, cancellationToken))
            {
                while (reader.TryRead(out var image)) Index.Add(image, reader.Offset, reader.Length);
                TornLength = reader.TornLength;
                End = reader.End;
                firstVersion = reader.FirstVersionOffset;
            }

            if (TornLength > 0) file.SetLength(End);
            if (firstVersion is { } offset) Renumber(file, offset);
            _lines = OpenToRead(path);
            _writer = new JournalWriter(path, file, End, isDurable);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The lines that were there.</summary>
    public JournalIndex Index { get; } = new();

    /// <summary>Bytes of a torn last line that were cut off.</summary>
    public long TornLength { get; }

    private long End { get; }

    /// <summary>Opens a journal, or begins one.</summary>
    /// <param name="path">Its absolute path.</param>
    /// <param name="isDurable">Whether lines are written only when they are on the device.</param>
    /// <param name="utcNow">The time.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.JournalInvalid"/> or <see cref="ErrorId.JournalInUse"/>, and nothing was changed;
    /// <see cref="ErrorId.JournalWriteFailed"/>, and no line was lost.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing was changed.</exception>
    public static JournalFile Open(string path, bool isDurable, DateTime utcNow, CancellationToken cancellationToken)
    {
        JournalLock? taken = null;
        JournalFile? journal = null;
        try
        {
            if (!JournalLock.TryTake(path, out taken, out var since)) throw new CustomLabelsException(JournalErrors.InUse(path, FindHolder(path, since), since));
            journal = new JournalFile(path, isDurable, taken, cancellationToken);
            journal.Begin(utcNow);
            return journal;
        }
        catch (Exception e)
        {
            journal?.Dispose();
            taken?.Dispose();
            if (!IsOfPath(e)) throw;
            throw new CustomLabelsException(JournalErrors.NotOpened(path, e is DirectoryNotFoundException ? "Its folder does not exist." : e.Message), e);
        }
    }

    /// <summary>Opens a journal to read it, also while a run writes it.</summary>
    public static FileStream OpenToRead(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1, FileOptions.SequentialScan);

    /// <summary>Opens a journal for one that reads it, and closes it again where that fails.</summary>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.JournalInvalid"/>.</exception>
    public static T Reading<T>(string path, Func<string, FileStream, T> read)
    {
        FileStream? lines = null;
        try
        {
            lines = OpenToRead(path);
            return lines.CanSeek ? read(path, lines) : throw new CustomLabelsException(JournalErrors.NotAJournal(path));
        }
        catch (Exception e)
        {
            lines?.Dispose();
            if (!IsOfPath(e)) throw;
            throw new CustomLabelsException(JournalErrors.Unreadable(path, e.Message), e);
        }
    }

    /// <summary>Reads a line again.</summary>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.JournalInvalid"/>: the file can't be read, or was changed.</exception>
    public JournalImage Read(JournalEntry entry)
    {
        try
        {
            lock (_lines) return Read(_lines, entry.Offset, entry.Size);
        }
        catch (Exception e) when (e is IOException or JsonException or FormatException or InvalidOperationException)
        {
            throw new CustomLabelsException(JournalErrors.Unreadable(_path, e is IOException ? e.Message : "It was changed while the run went on."), e);
        }
    }

    /// <summary>Reads a line of a journal; its answer keeps its bytes.</summary>
    public static JournalImage Read(FileStream lines, long offset, int size)
    {
        var line = new byte[size];
        lines.Position = offset;
        for (int have = 0, read; have < size; have += read)
        {
            read = lines.Read(line, have, size - have);
            if (read == 0) throw new EndOfStreamException("It was cut off while it was being read.");
        }

        return JournalJson.Image(line);
    }

    /// <summary>Appends an image's line.</summary>
    /// <returns>Ends when it is written.</returns>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.JournalWriteFailed"/>.</exception>
    public Task AppendAsync(JournalImage image) => _writer.AppendAsync(JournalLines.Image(image));

    /// <summary>Writes what is left, and gives the journal to the next run.</summary>
    public void Dispose()
    {
        _writer.Dispose();
        _lines.Dispose();
        _lock.Dispose();
    }

    /// <summary>Writes the run's first line, and before it the file's. Nobody else writes yet, so that this ends at once.</summary>
    private void Begin(DateTime utcNow)
    {
        byte[] run = JournalLines.Run(JournalRun.Of(utcNow));
        _writer.AppendAsync(End == 0 ? [.. JournalLines.Header(), .. run] : run).GetAwaiter().GetResult();
    }

    /// <summary>Makes a file of the first version one of this, in which lines of both may stand: one byte, so that no power failure leaves half of it. A module that
    /// knows the first version alone refuses the file then, and doesn't misread it.</summary>
    private static void Renumber(FileStream file, long offset)
    {
        file.Position = offset;
        file.WriteByte((byte)('0' + JournalLines.FormatVersion));
        file.Flush();
    }

    // .NET Framework has ArgumentException for characters that no path may hold.
    private static bool IsOfPath(Exception e) => e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException;

    private static JournalRun? FindHolder(string path, DateTime since)
    {
        try
        {
            using var lines = OpenToRead(path);
            using var reader = new JournalFileReader(path, lines);
            while (reader.TryRead(out _))
            {
            }

            // An older run's line: the one that has the journal has not come to write its own.
            return reader.LastRun is { } run && run.Started >= since - SameMoment ? run : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CustomLabelsException)
        {
            return null;
        }
    }
}
