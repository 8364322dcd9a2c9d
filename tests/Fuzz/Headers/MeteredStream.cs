using System;
using System.IO;

namespace CustomLabels.Fuzz.Headers;

/// <summary>Bytes as a stream that counts what is asked of it, and that may be one that can't seek and gives less than was asked for.</summary>
public sealed class MeteredStream : Stream
{
    private readonly byte[] _content;
    private readonly bool _canSeek;
    private uint _state = 1;
    private long _position;

    public MeteredStream(byte[] content, bool canSeek)
    {
        _content = content;
        _canSeek = canSeek;
    }

    public int Reads { get; private set; }

    public long BytesRead { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => _canSeek;

    public override bool CanWrite => false;

    public override long Length => _canSeek ? _content.Length : throw new NotSupportedException();

    public override long Position
    {
        get => _canSeek ? _position : throw new NotSupportedException();
        set => _position = _canSeek && value >= 0 ? value : throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        Reads++;
        var read = (int)Math.Min(count, Math.Max(0, _content.Length - _position));
        if (!_canSeek && read > 1) read = Shorter(read);
        Buffer.BlockCopy(_content, (int)Math.Min(_position, _content.Length), buffer, offset, read);
        _position += read;
        BytesRead += read;
        return read;
    }

    /// <summary>Refuses to go past the end, as some streams do.</summary>
    public override long Seek(long offset, SeekOrigin origin)
    {
        var position = offset + origin switch { SeekOrigin.Begin => 0, SeekOrigin.Current => Position, _ => Length };
        return position <= Length ? Position = position : throw new IOException($"{position} is past the end.");
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>At least one byte, the same for the same calls.</summary>
    private int Shorter(int count)
    {
        _state = (_state * 1664525) + 1013904223;
        return 1 + (int)((_state >> 8) % (uint)count);
    }
}
