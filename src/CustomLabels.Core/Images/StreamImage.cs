using System;
using System.IO;

namespace CustomLabels.Images;

/// <summary>An image in a caller's stream, from the position the stream has when it is wrapped to its end.</summary>
/// <remarks>
/// A stream that can seek is read in place and stays the caller's: it is never copied and never disposed. A stream that can't is read once, into memory,
/// and no further than one byte past <see cref="ImageLimits.MaxBytes"/>, so that an endless one ends.
/// </remarks>
internal sealed class StreamImage : LocalImage
{
    private readonly Stream _stream;
    private readonly long? _start;
    private long? _firstLength;
    private byte[]? _buffered;
    private CustomLabelsException? _failure;

    /// <summary>Wraps a stream; nothing is read yet.</summary>
    /// <param name="stream">The stream, at the image's first byte.</param>
    /// <param name="name">What people call the image.</param>
    /// <exception cref="CustomLabelsException">The stream can't tell its position (<see cref="ErrorId.ImageUnreadable"/>).</exception>
    public StreamImage(Stream stream, string name)
        : base(ImageIdentity.OfName(name ?? throw new ArgumentNullException(nameof(name))))
    {
        _stream = stream ?? throw new ArgumentNullException(nameof(stream));
        try
        {
            if (stream.CanSeek) _start = stream.Position;
        }
        catch (Exception e)
        {
            throw Unreadable(e);
        }
    }

    /// <inheritdoc/>
    internal override long Length => _start is null ? Whole().Length : SeekableLength();

    /// <inheritdoc/>
    internal override Stream OpenRead() => _start is null ? new MemoryStream(Whole(), writable: false) : OpenHead();

    internal override Stream OpenHead() =>
        _start is { } start ? new StreamWindow(_stream, start, SeekableLength()) : new MemoryStream(ReadOnce(), writable: false);

    private long SeekableLength()
    {
        long length;
        try
        {
            if (!_stream.CanRead) throw Closed();
            length = Math.Max(0, _stream.Length - _start!.Value);
        }
        catch (Exception e) when (e is not CustomLabelsException)
        {
            throw Unreadable(e);
        }

        _firstLength ??= length;
        return length == _firstLength ? length : throw new CustomLabelsException(ImageErrors.Changed(Name));
    }

    private byte[] Whole()
    {
        var bytes = ReadOnce();
        return bytes.Length <= ImageLimits.MaxBytes ? bytes : throw new CustomLabelsException(ImageErrors.TooLarge(Name, length: null));
    }

    private byte[] ReadOnce()
    {
        // What is left of a stream that failed halfway is not the image.
        if (_failure is not null) throw _failure;
        try
        {
            return _buffered ??= _stream.CanRead ? ReadToEndOrPastLimit() : throw Closed();
        }
        catch (Exception e)
        {
            _failure = e as CustomLabelsException ?? Unreadable(e);
            throw _failure;
        }
    }

    private byte[] ReadToEndOrPastLimit()
    {
        using var content = new MemoryStream();
        var chunk = new byte[64 * 1024];
        while (true)
        {
            var wanted = (int)Math.Min(chunk.Length, ImageLimits.MaxBytes + 1 - content.Length);
            var read = _stream.Read(chunk, 0, wanted);
            content.Write(chunk, 0, read);
            if (read == 0 || read == wanted && content.Length > ImageLimits.MaxBytes) return content.ToArray();
        }
    }

    private CustomLabelsException Closed() => new(ImageErrors.Unreadable(Name, "The stream is closed, or was opened for writing only."));

    private CustomLabelsException Unreadable(Exception e) => new(ImageErrors.Unreadable(Name, e.Message), e);
}
