using System;
using System.IO;

namespace CustomLabels.Core.Tests.Images;

/// <summary>Some bytes, then others over and over, without end. Counts what was taken.</summary>
public sealed class EndlessStream : Stream
{
    private readonly byte[] _first;
    private readonly byte[] _repeated;

    public EndlessStream(byte[] first, params byte[] repeated)
    {
        _first = first;
        _repeated = repeated;
    }

    public long BytesRead { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        for (var i = 0; i < count; i++, BytesRead++)
            buffer[offset + i] = BytesRead < _first.Length ? _first[BytesRead] : _repeated[(BytesRead - _first.Length) % _repeated.Length];
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
