using System;
using System.Buffers;
using System.Buffers.Text;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Text;

namespace CustomLabels.Detection.Protocol;

/// <summary>A DetectCustomLabels request as a stream: prefix, the image's base64 text made while it is read, suffix.</summary>
/// <remarks>
/// Seekable to its start and of known length, because a signer reads it once and the connection reads it again. The image is never held as
/// a whole: one chunk of it, and that chunk's base64, come from the shared pool.
/// </remarks>
internal sealed class DetectRequestStream : Stream
{
    // A multiple of 3, so that only the last chunk is padded; with what it becomes it stays in the processor's cache.
    private const int ChunkLength = 48 * 1024;

    // Base64 turns 3 bytes into a group of 4 characters.
    private const int GroupBytes = 3;
    private const int GroupLength = 4;

    private readonly byte[] _prefix;
    private readonly byte[] _suffix;
    private readonly long _imageLength;
    private readonly long _base64Length;
    private readonly Func<Stream> _openImage;
    private readonly Func<Exception?, Exception> _imageFailed;
    private readonly byte[] _group = new byte[GroupLength];
    private byte[]? _chunk;
    private Stream? _image;
    private bool _disposed;
    private long _imageRead;
    private int _chunkStart;
    private int _chunkEnd;
    private int _groupStart = GroupLength;
    private long _position;

    /// <summary>Frames an image.</summary>
    /// <param name="prefix">What stands before the base64 text.</param>
    /// <param name="openImage">Opens the image at its first byte; called again after each rewind.</param>
    /// <param name="imageLength">The image's length in bytes.</param>
    /// <param name="suffix">What stands after the base64 text.</param>
    /// <param name="imageFailed">Makes the exception for an image that can't be read to its end, of what its stream threw; of null for one that turns out to be of
    /// another length.</param>
    public DetectRequestStream(byte[] prefix, Func<Stream> openImage, long imageLength, byte[] suffix, Func<Exception?, Exception> imageFailed)
    {
        _prefix = prefix;
        _openImage = openImage;
        _imageLength = imageLength;
        _base64Length = (imageLength + 2) / 3 * 4;
        _suffix = suffix;
        _imageFailed = imageFailed;
    }

    /// <inheritdoc/>
    public override bool CanRead => !_disposed;

    /// <inheritdoc/>
    public override bool CanSeek => CanRead;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => _prefix.Length + _base64Length + _suffix.Length;

    /// <inheritdoc/>
    public override long Position
    {
        get => _position;
        set => Seek(value, SeekOrigin.Begin);
    }

    /// <summary>Rewinds. Only the start and the present position can be sought.</summary>
    /// <param name="offset">The offset.</param>
    /// <param name="origin">What it is relative to.</param>
    public override long Seek(long offset, SeekOrigin origin)
    {
        var target = origin switch { SeekOrigin.Begin => offset, SeekOrigin.Current => _position + offset, _ => Length + offset };
        if (target == _position) return _position;
        if (target != 0) throw new NotSupportedException("The body of a request can only be rewound to its start.");
        CloseImage();
        return _position = 0;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Fill(buffer.AsSpan(offset, count));

    // Done when they return: the base class would have another thread do it, for each chunk, and what an image's file gives is nearly always in memory.

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled<int>(cancellationToken) : Task.FromResult(Fill(buffer.AsSpan(offset, count)));

#if NET
    /// <inheritdoc/>
    public override int Read(Span<byte> buffer) => Fill(buffer);

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<int>(cancellationToken) : new ValueTask<int>(Fill(buffer.Span));
#endif

    /// <summary>The request for people: the image's length and SHA-256 stand for its base64 text. Reads the image; the position stays.</summary>
    public string Describe()
    {
        try
        {
            using var image = _openImage();
            using var sha = SHA256.Create();
            var hash = Hexadecimal.Of(sha.ComputeHash(image));
            return FormattableString.Invariant($"{Encoding.UTF8.GetString(_prefix)}{_imageLength} bytes, SHA-256 {hash}{Encoding.UTF8.GetString(_suffix)}");
        }
        catch (Exception e) when (IsOfStream(e))
        {
            throw _imageFailed(e);
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            CloseImage();
            _disposed = true;
        }

        base.Dispose(disposing);
    }

    private int Fill(Span<byte> buffer)
    {
        if (_disposed) throw new ObjectDisposedException(nameof(DetectRequestStream));
        if (buffer.IsEmpty) return 0;
        var read = _position < _prefix.Length
            ? Copy(_prefix.AsSpan((int)_position), buffer)
            : _position < _prefix.Length + _base64Length
                ? ReadBase64(buffer)
                : Copy(_suffix.AsSpan((int)(_position - _prefix.Length - _base64Length)), buffer);
        _position += read;
        return read;
    }

    private static int Copy(ReadOnlySpan<byte> source, Span<byte> buffer)
    {
        if (source.Length > buffer.Length) source = source.Slice(0, buffer.Length);
        source.CopyTo(buffer);
        return source.Length;
    }

    /// <summary>Encodes straight into the caller's buffer; what has no room for a whole group is given out of one that is kept.</summary>
    private int ReadBase64(Span<byte> buffer)
    {
        // Rented for a pass only: hundreds of requests may wait for their turn.
        var chunk = _chunk ??= ArrayPool<byte>.Shared.Rent(ChunkLength);
        if (_groupStart == GroupLength && _chunkStart == _chunkEnd) ReadChunk(chunk);
        int written;
        if (_groupStart < GroupLength)
        {
            written = Copy(_group.AsSpan(_groupStart), buffer);
            _groupStart += written;
        }
        else if (buffer.Length < GroupLength)
        {
            Encode(chunk, _group);
            written = _groupStart = Copy(_group, buffer);
        }
        else
        {
            written = Encode(chunk, buffer);
        }

        if (_imageRead == _imageLength && _chunkStart == _chunkEnd && _groupStart == GroupLength)
        {
            CloseImage();
            ArrayPool<byte>.Shared.Return(chunk);
        }

        return written;
    }

    private int Encode(byte[] chunk, Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length / GroupLength * GroupBytes, _chunkEnd - _chunkStart);
        Base64.EncodeToUtf8(chunk.AsSpan(_chunkStart, count), buffer, out _, out var written);
        _chunkStart += count;
        return written;
    }

    private void ReadChunk(byte[] chunk)
    {
        var wanted = (int)Math.Min(ChunkLength, _imageLength - _imageRead);
        bool isAsSaid;
        try
        {
            _image ??= _openImage();
            var held = 0;
            for (int read; held < wanted && (read = _image.Read(chunk, held, wanted - held)) > 0;) held += read;
            isAsSaid = held == wanted && (_imageRead + wanted < _imageLength || _image.Length <= _imageLength);
        }
        catch (Exception e) when (IsOfStream(e))
        {
            throw _imageFailed(e);
        }

        if (!isAsSaid) throw _imageFailed(null);
        _imageRead += wanted;
        _chunkStart = 0;
        _chunkEnd = wanted;
    }

    // What was opened may be a caller's stream, or a file on a share: they throw anything.
    private static bool IsOfStream(Exception e) => e is not (CustomLabelsException or OperationCanceledException);

    private void CloseImage()
    {
        _image?.Dispose();
        _image = null;
        _imageRead = 0;
        _chunkStart = _chunkEnd = 0;
        _groupStart = GroupLength;
        // Not returned to its pool in the middle of a pass: the connection of an abandoned request may still be reading.
        _chunk = null;
    }
}
