using System;
using System.IO;

namespace CustomLabels.Imaging.Decoding;

/// <summary>A content that a native library reads from: an exception that went through it would end the process. It meets the end of the content instead, and
/// <see cref="Failure"/> tells it afterwards.</summary>
/// <param name="content">The content: it can seek. Left open.</param>
/// <param name="tail">What is read after its end.</param>
internal sealed class GuardedStream(Stream content, byte[] tail) : Stream
{
    private readonly long _contentLength = content.Length;
    private long _position;

    /// <summary>What reading failed with; null where it didn't.</summary>
    public Exception? Failure { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => _contentLength + tail.Length;

    /// <inheritdoc/>
    public override long Position
    {
        get => _position;
        set => _position = Math.Max(0, Math.Min(value, Length));
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = _position < _contentLength ? ReadContent(buffer, offset, count) : ReadTail(buffer, offset, count);
        _position += read;
        return read;
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) =>
        Position = offset + (origin == SeekOrigin.Begin ? 0 : origin == SeekOrigin.Current ? _position : Length);

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int ReadContent(byte[] buffer, int offset, int count)
    {
        if (Failure is not null) return 0;
        try
        {
            if (content.Position != _position) content.Position = _position;
            return content.Read(buffer, offset, (int)Math.Min(count, _contentLength - _position));
        }
        catch (Exception e)
        {
            Failure = e;
            return 0;
        }
    }

    private int ReadTail(byte[] buffer, int offset, int count)
    {
        var at = (int)(_position - _contentLength);
        var read = Math.Min(count, tail.Length - at);
        Array.Copy(tail, at, buffer, offset, read);
        return read;
    }
}
