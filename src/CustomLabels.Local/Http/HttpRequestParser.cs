using System;
using System.Buffers;
using System.Text;

namespace CustomLabels.Local.Http;

/// <summary>Finds requests in a stream of bytes, however they are cut. Knows nothing of sockets.</summary>
/// <remarks>
/// The caller receives into <see cref="Space"/> and says how much came; head and body stay in that one pooled buffer. Bytes behind a
/// request are the next one's (pipelining) and are kept by <see cref="Next"/>.
/// </remarks>
internal sealed class HttpRequestParser : IDisposable
{
    private const int SmallBuffer = 16 * 1024;

    // A client that announces a large body and sends none gets this much memory, not all of it.
    private const int FirstBodyBuffer = 1024 * 1024;

    private static readonly Encoding Latin1 = Encoding.GetEncoding("iso-8859-1");

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(SmallBuffer);
    private int _start;
    private int _scanned;
    private int _count;
    private int _bodyStart;
    private int _end;
    private HttpRequestHead? _head;
    private ChunkedBody? _chunks;

    /// <summary>The request, once it is complete.</summary>
    public HttpRequest? Request { get; private set; }

    /// <summary>Whether a byte of the request has come; empty lines before it don't count.</summary>
    public bool IsStarted => _head is not null || (_count > _start && _buffer[_start] != '\r');

    /// <summary>The head, once it is complete.</summary>
    public HttpRequestHead? Head => _head;

    /// <summary>Whether the client waits for a go-ahead before it sends the body.</summary>
    public bool AwaitsContinue => Request is null && _head is { ExpectsContinue: true } && _count == _bodyStart;

    /// <summary>Room for the next bytes; never empty.</summary>
    public ArraySegment<byte> Space
    {
        get
        {
            var missing = _head is null || _chunks is not null ? 1 : _bodyStart + _head.ContentLength - _count;
            var free = _buffer.Length - _count;
            if (free == 0 || (free < missing && _buffer.Length < FirstBodyBuffer)) Grow(missing);
            return new ArraySegment<byte>(_buffer, _count, _buffer.Length - _count);
        }
    }

    /// <summary>Takes bytes that were received into <see cref="Space"/>; true when the request is complete.</summary>
    /// <param name="received">How many; 0 looks at what a request before left.</param>
    /// <exception cref="RefusedRequestException">The bytes are not a request.</exception>
    public bool Advance(int received)
    {
        _count += received;
        if (_head is null && !ReadHead()) return false;
        if (_chunks is not null)
        {
            if (!_chunks.Decode(_buffer, ref _count)) return false;
            _end = _chunks.Position;
            return Complete(_chunks.End - _bodyStart);
        }

        _end = _bodyStart + _head!.ContentLength;
        return _count >= _end && Complete(_head.ContentLength);
    }

    /// <summary>Forgets the complete request and keeps the bytes behind it.</summary>
    public void Next()
    {
        var left = _count - _end;
        var target = _buffer.Length > 4 * SmallBuffer && left <= SmallBuffer ? ArrayPool<byte>.Shared.Rent(SmallBuffer) : _buffer;
        Buffer.BlockCopy(_buffer, _end, target, 0, left);
        if (target != _buffer) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = target;
        _count = left;
        _start = _scanned = 0;
        _head = null;
        _chunks = null;
        Request = null;
    }

    /// <summary>Gives the buffer back.</summary>
    public void Dispose()
    {
        if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = Array.Empty<byte>();
    }

    private bool Complete(int bodyLength)
    {
        Request = new HttpRequest(_head!, new ArraySegment<byte>(_buffer, _bodyStart, bodyLength));
        return true;
    }

    private bool ReadHead()
    {
        for (; _scanned < _count; _scanned++)
        {
            var current = _buffer[_scanned];
            var afterReturn = _scanned > _start && _buffer[_scanned - 1] == '\r';
            if (afterReturn != (current == '\n') || (current < ' ' && current is not ((byte)'\r' or (byte)'\n' or (byte)'\t')) || current == 0x7F)
                throw new RefusedRequestException(400, "The request holds a control character or a bare line end; https is not spoken here.");
            if (current != '\n') continue;
            if (_scanned == _start + 1)
            {
                _start += 2;
                continue;
            }

            if (_buffer[_scanned - 2] != '\n') continue;
            _bodyStart = ++_scanned;
            CheckHeadLength(_bodyStart);
            _head = HttpHeadReader.Read(Latin1.GetString(_buffer, _start, _bodyStart - 2 - _start));
            _chunks = _head.IsChunked ? new ChunkedBody(_bodyStart) : null;
            return true;
        }

        CheckHeadLength(_count);
        return false;
    }

    private void CheckHeadLength(int end)
    {
        if (end - _start > HttpLimits.HeadLength) throw new RefusedRequestException(431, "The request line and the header fields are too long.");
    }

    private void Grow(int missing)
    {
        if (_start > 0 && _head is null)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _count - _start);
            _count -= _start;
            _scanned -= _start;
            _start = 0;
            if (_count < _buffer.Length) return;
        }

        // Without a length it doubles. With one it is taken at its word once it has sent so much.
        var wanted = missing == 1 ? 2 * _buffer.Length : _buffer.Length < FirstBodyBuffer ? Math.Min(_count + missing, FirstBodyBuffer) : _count + missing;
        var larger = ArrayPool<byte>.Shared.Rent(wanted);
        Buffer.BlockCopy(_buffer, 0, larger, 0, _count);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
