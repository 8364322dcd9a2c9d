using System;
using System.IO;

namespace CustomLabels.Core.Tests.Images;

/// <summary>A stream that fails once, at a place, and then goes on as if nothing had happened.</summary>
public sealed class FailingStream : Stream
{
    private readonly MemoryStream _content;
    private readonly int _failAt;
    private bool _failed;

    public FailingStream(byte[] content, int failAt, bool canSeek = false)
    {
        _content = new MemoryStream(content);
        _failAt = failAt;
        CanSeek = canSeek;
    }

    public override bool CanRead => true;

    public override bool CanSeek { get; }

    public override bool CanWrite => false;

    public override long Length => _content.Length;

    public override long Position
    {
        get => _content.Position;
        set => _content.Position = value;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_failed) return _content.Read(buffer, offset, count);
        if (_content.Position < _failAt) return _content.Read(buffer, offset, Math.Min(count, _failAt - (int)_content.Position));
        _failed = true;
        throw new IOException("The line is cut.");
    }

    public override long Seek(long offset, SeekOrigin origin) => _content.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
