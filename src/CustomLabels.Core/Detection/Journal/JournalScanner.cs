using System;
using System.Buffers;
using System.IO;

namespace CustomLabels.Detection.Journal;

/// <summary>Goes through a file line by line in pieces from the shared pool: as much memory as the longest line, however long the file.</summary>
internal sealed class JournalScanner : IDisposable
{
    private const int ChunkLength = 256 * 1024;

    // Windows PowerShell's Set-Content -Encoding UTF8 and Notepad's "UTF-8 with BOM" put it before the text. It is no part of the first line.
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private readonly Stream _stream;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(ChunkLength);
    private int _start;
    private int _end;
    private bool _isAtEnd;
    private bool _hasBegun;
    private long _next;

    /// <summary>Starts at a file's first byte; the stream stays its owner's.</summary>
    public JournalScanner(Stream stream) => _stream = stream;

    /// <summary>Where the last line begins, in bytes from the file's first: behind a byte order mark.</summary>
    public long Offset { get; private set; }

    /// <summary>The last line's number, from 1.</summary>
    public int LineNumber { get; private set; }

    /// <summary>What stands behind the last line end, when there is no more line.</summary>
    public ReadOnlyMemory<byte> Rest => _buffer.AsMemory(_start, _end - _start);

    /// <summary>Whether the file has nothing behind the last line.</summary>
    public bool IsAtEnd => _start == _end && !Fill();

    /// <summary>Reads the next line.</summary>
    /// <param name="longest">The most bytes that it may have.</param>
    /// <param name="line">The line without its end, until the next one is read.</param>
    /// <returns>False at the end.</returns>
    /// <exception cref="FormatException">It is longer.</exception>
    public bool TryRead(int longest, out ReadOnlyMemory<byte> line)
    {
        if (!_hasBegun) PassByteOrderMark();
        var searched = 0;
        while (true)
        {
            var end = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (end >= 0)
            {
                line = _buffer.AsMemory(_start, searched + end);
                Offset = _next;
                LineNumber++;
                _next += line.Length + 1;
                _start += line.Length + 1;
                return true;
            }

            searched = _end - _start;
            if (searched > longest) throw new FormatException(FormattableString.Invariant($"more than {longest} bytes without a line end"));
            if (Fill()) continue;
            line = default;
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _start = _end = 0;
    }

    private void PassByteOrderMark()
    {
        _hasBegun = true;
        while (_end < ByteOrderMark.Length && Fill())
        {
        }

        if (!_buffer.AsSpan(0, _end).StartsWith(ByteOrderMark)) return;
        _start = ByteOrderMark.Length;
        _next = ByteOrderMark.Length;
    }

    private bool Fill()
    {
        if (_isAtEnd) return false;
        MakeRoom();
        var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _isAtEnd = read == 0;
        return !_isAtEnd;
    }

    private void MakeRoom()
    {
        var length = _end - _start;
        var larger = length > _buffer.Length / 2 ? ArrayPool<byte>.Shared.Rent(2 * _buffer.Length) : null;
        Buffer.BlockCopy(_buffer, _start, larger ?? _buffer, 0, length);
        if (larger is not null)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        _start = 0;
        _end = length;
    }
}
