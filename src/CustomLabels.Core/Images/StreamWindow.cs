using System;
using System.IO;

namespace CustomLabels.Images;

/// <summary>A read-only view of a part of another stream, which it leaves open. It has a position of its own.</summary>
internal sealed class StreamWindow : Stream
{
    private readonly Stream _stream;
    private readonly long _start;
    private long _position;

    public StreamWindow(Stream stream, long start, long length)
    {
        _stream = stream;
        _start = start;
        Length = length;
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position
    {
        get => _position;
        set => _position = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var wanted = (int)Math.Min(count, Math.Max(0, Length - _position));
        if (wanted == 0) return 0;
        // The caller, or another view, may have moved it.
        if (_stream.Position != _start + _position) _stream.Position = _start + _position;
        var read = _stream.Read(buffer, offset, wanted);
        _position += read;
        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => _position,
        _ => Length,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
