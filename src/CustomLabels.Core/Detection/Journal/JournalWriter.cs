using System;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace CustomLabels.Detection.Journal;

/// <summary>Appends lines to a journal. Lines that come while others are being written are written together: one call, one wait for the device. Safe for concurrent use.</summary>
internal sealed class JournalWriter : IDisposable
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestJoin = TimeSpan.FromSeconds(1);

    private readonly object _gate = new();
    private readonly string _path;
    private readonly FileStream _file;
    private readonly bool _isDurable;
    private readonly Stopwatch _sinceLook = Stopwatch.StartNew();
    private MemoryStream _pending = new();
    private MemoryStream _written = new();
    private TaskCompletionSource<bool> _group = NewGroup();
    private CustomLabelsException? _failure;
    private bool _isWriting;
    private bool _isClosed;
    private long _end;

    /// <summary>Writes to an open file, which is then the writer's.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="file">The file.</param>
    /// <param name="end">Where its last line ends.</param>
    /// <param name="isDurable">Whether a line is written only when it is on the device.</param>
    public JournalWriter(string path, FileStream file, long end, bool isDurable)
    {
        _path = path;
        _file = file;
        _end = end;
        _isDurable = isDurable;
    }

    /// <summary>Appends a line.</summary>
    /// <param name="line">The line with its end.</param>
    /// <returns>Ends when it is written.</returns>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.JournalWriteFailed"/>, of this line or of one before.</exception>
    /// <exception cref="OperationCanceledException">The writer was closed.</exception>
    public Task AppendAsync(byte[] line)
    {
        Task group;
        lock (_gate)
        {
            if (_failure is not null) return Task.FromException(_failure);
            if (_isClosed) return Task.FromCanceled(new CancellationToken(canceled: true));
            _pending.Write(line, 0, line.Length);
            group = _group.Task;
            if (_isWriting) return group;
            _isWriting = true;
        }

        // Whoever comes while nobody writes does it itself, sooner than another thread would begin; what has come meanwhile is another thread's.
        if (WriteGroup()) _ = Task.Run(WriteGroups);
        return group;
    }

    /// <summary>Writes what has been appended, and closes the file.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isClosed = true;
            var waited = Stopwatch.StartNew();
            while (_isWriting && LongestJoin - waited.Elapsed is { Ticks: > 0 } left) Monitor.Wait(_gate, left);
        }

        _file.Dispose();
    }

    private static TaskCompletionSource<bool> NewGroup() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void WriteGroups()
    {
        while (WriteGroup())
        {
        }
    }

    /// <summary>Writes the lines there are.</summary>
    /// <returns>Whether more have come, and this thread is still the one that writes.</returns>
    private bool WriteGroup()
    {
        MemoryStream lines;
        TaskCompletionSource<bool> group;
        lock (_gate)
        {
            lines = _pending;
            group = _group;
            (_pending, _written) = (_written, _pending);
            _group = NewGroup();
        }

        var failure = Write(lines);
        lines.SetLength(0);
        if (failure is null) group.SetResult(true);
        else group.SetException(failure);
        lock (_gate)
        {
            _failure = failure;
            if (failure is not null && _pending.Length > 0) _group.SetException(failure);
            _isWriting = failure is null && _pending.Length > 0;
            if (!_isWriting) Monitor.PulseAll(_gate);
            return _isWriting;
        }
    }

    private CustomLabelsException? Write(MemoryStream lines)
    {
        try
        {
            _file.Position = _end;
            _file.Write(lines.GetBuffer(), 0, (int)lines.Length);
            _file.Flush(_isDurable);
            LookForFile();
            _end += lines.Length;
            return null;
        }
        catch (Exception e) when (IsOfFile(e))
        {
            CutOff();
            return new CustomLabelsException(JournalErrors.WriteFailed(_path, e.Message), e);
        }
    }

    /// <summary>Unix lets a file be deleted that is being written: its lines would be nowhere.</summary>
    private void LookForFile()
    {
        if (_sinceLook.Elapsed < LookInterval) return;
        _sinceLook.Restart();
        if (!File.Exists(_path)) throw new FileNotFoundException("it was deleted or moved while the run went on.");
    }

    /// <summary>Takes what was written of the lines back, where that can be.</summary>
    private void CutOff()
    {
        try
        {
            _file.SetLength(_end);
        }
        catch (Exception e) when (IsOfFile(e))
        {
            // The next run cuts it off.
        }
    }

    // ArgumentOutOfRangeException is what .NET says where a file has reached the size that its system or its user's quota allows.
    private static bool IsOfFile(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or NotSupportedException or ObjectDisposedException or ArgumentOutOfRangeException;
}
