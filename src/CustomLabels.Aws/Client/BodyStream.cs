using System;
using System.Buffers;
using System.IO;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Util;
using CustomLabels.Wire;

namespace CustomLabels.Aws.Client;

/// <summary>The caller's body on its two passes, hashed and then sent. Leaves the caller's stream open.</summary>
/// <remarks>What fails here is the body's fault and not the connection's, whatever the HTTP stack wraps it in: <see cref="Failure"/> keeps it.</remarks>
internal sealed class BodyStream : Stream
{
    /// <summary>Bytes: an eighth of the system calls that the SDK's 8 KB take, which show for large images.</summary>
    public const int BufferLength = 64 * 1024;

    // Bytes. A body that fits is kept from the first pass for the second: opening and encoding a small image again takes longer than sending it.
    // A larger one is read again, so that what is in memory doesn't grow with the images.
    private const int KeptLength = 256 * 1024;

    private readonly Stream _body;
    private readonly Exchange _exchange;
    private byte[]? _kept;
    private int _keptPosition;

    public BodyStream(Stream body, Exchange exchange)
    {
        _body = body;
        _exchange = exchange;
    }

    public ExceptionDispatchInfo? Failure { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => _body.Length;

    public override long Position
    {
        get => _kept is null ? _body.Position : _keptPosition;
        set
        {
            if (_kept is null) _body.Position = value;
            else _keptPosition = (int)value;
        }
    }

    /// <summary>Reads the body from its beginning, and rewinds it.</summary>
    /// <remarks>Not left to the SDK's signer: that reads on the caller's thread, with one hash for each thread. After a read that threw, that hash
    /// begins the next request of the thread, which is then refused for its signature.</remarks>
    /// <returns>SHA-256 in lower-case hexadecimal digits.</returns>
    public async Task<string> HashAsync()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var keeps = Length <= KeptLength;
        var buffer = ArrayPool<byte>.Shared.Rent(keeps ? (int)Length : BufferLength);
        try
        {
            _body.Position = 0;
            for (int held = 0, count; (count = await ReadBodyAsync(buffer.AsMemory(held, (keeps ? (int)Length : BufferLength) - held), _exchange.Token).ConfigureAwait(false)) > 0;)
            {
                hash.AppendData(buffer, held, count);
                if (keeps) held += count;
            }

            if (keeps) (_kept, buffer) = (buffer, null);
            else _body.Position = 0;
        }
        finally
        {
            if (buffer is not null) ArrayPool<byte>.Shared.Return(buffer);
        }

        return AWSSDKUtils.ToHex(hash.GetHashAndReset(), lowercase: true);
    }

    /// <summary>The body for people, from its beginning; rewinds it.</summary>
    public string Describe()
    {
        try
        {
            return RequestText.Of(_body);
        }
        catch (Exception e)
        {
            Failure = ExceptionDispatchInfo.Capture(e);
            throw;
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadForConnectionAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

#if NET
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ReadForConnectionAsync(buffer, cancellationToken);
#endif

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = origin switch { SeekOrigin.Begin => offset, SeekOrigin.Current => Position + offset, _ => Length + offset };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        // From an abandoned request the connection may still be reading: then the buffer must not become another request's.
        if (_kept is not null && _keptPosition == Length) ArrayPool<byte>.Shared.Return(_kept);
        _kept = null;
        base.Dispose(disposing);
    }

    private int ReadKept(byte[] kept, Span<byte> buffer)
    {
        var rest = kept.AsSpan(_keptPosition, (int)Length - _keptPosition);
        if (rest.Length > buffer.Length) rest = rest.Slice(0, buffer.Length);
        rest.CopyTo(buffer);
        _keptPosition += rest.Length;
        return rest.Length;
    }

    /// <summary>Reads on behalf of the connection: it stands, and waits for the body.</summary>
    /// <remarks>A value task, as below: what is there at once, as nearly all of an image is, then costs no object for each piece.</remarks>
    private async ValueTask<int> ReadForConnectionAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        _exchange.Connected();
        if (_kept is not null)
        {
            _exchange.Progressed();
            return ReadKept(_kept, buffer.Span);
        }

        _exchange.Paused();
        var read = await ReadBodyAsync(buffer, cancellationToken).ConfigureAwait(false);
        _exchange.Progressed();
        return read;
    }

    private async ValueTask<int> ReadBodyAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
#if NET
            return await _body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
#else
            MemoryMarshal.TryGetArray<byte>(buffer, out var array);
            return await _body.ReadAsync(array.Array, array.Offset, array.Count, cancellationToken).ConfigureAwait(false);
#endif
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Failure = ExceptionDispatchInfo.Capture(e);
            throw;
        }
    }
}
