using System;
using System.Buffers;
using System.IO;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using System.Threading.Tasks;
using Amazon.Util;
using CustomLabels.Wire;

namespace CustomLabels.Aws.Client;

/// <summary>The caller's body on its two passes, hashed and then sent. Leaves the caller's stream open.</summary>
/// <remarks>What fails here is the body's fault and not the connection's, whatever the HTTP stack wraps it in: <see cref="Failure"/> keeps it.</remarks>
internal sealed class RequestBody : IDisposable
{
    // Bytes. Large, because the other side wakes up at each write; small enough for the processor's cache, which is what makes reading a large image again no
    // dearer than keeping it. A small image fits in whole, and is kept: opening and encoding it again takes longer than sending it.
    private const int ChunkLength = 256 * 1024;

    private readonly Stream _body;
    private readonly Exchange _exchange;
    private byte[]? _chunk;

    public RequestBody(Stream body, Exchange exchange)
    {
        _body = body;
        _exchange = exchange;
        Length = body.Length;
    }

    public ExceptionDispatchInfo? Failure { get; private set; }

    /// <summary>Bytes.</summary>
    public long Length { get; }

    /// <summary>Reads the body from its beginning.</summary>
    /// <returns>SHA-256 in lower-case hexadecimal digits.</returns>
    public async Task<string> HashAsync()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        _body.Position = 0;
        _chunk ??= ArrayPool<byte>.Shared.Rent(ChunkLength);
        for (var left = Length; left > 0;)
        {
            var count = await FillAsync(_chunk).ConfigureAwait(false);
            hash.AppendData(_chunk, 0, count);
            left -= count;
        }

        return AWSSDKUtils.ToHex(hash.GetHashAndReset(), lowercase: true);
    }

    /// <summary>Writes the body to the connection, which stands when it asks for it. What was hashed before fills the chunk, or is read again.</summary>
    /// <remarks>
    /// The chunk goes back when it was sent, and is not held until the answer: the next request to be sent then finds it in the processor's cache. An exception
    /// leaves it to the garbage collector, because the connection may still be reading it.
    /// </remarks>
    public async Task SendAsync(Stream connection)
    {
        _exchange.Connected();
        // A proxy that asks for its password has the body sent once more, without its hash being made anew.
        var isKept = _chunk is not null && Length <= ChunkLength;
        var chunk = _chunk ?? ArrayPool<byte>.Shared.Rent(ChunkLength);
        _chunk = null;
        if (!isKept) _body.Position = 0;
        for (var left = Length; left > 0;)
        {
            _exchange.Paused();
            var count = isKept ? (int)Length : await FillAsync(chunk).ConfigureAwait(false);
            _exchange.Progressed();
            await connection.WriteAsync(chunk, 0, count, _exchange.Token).ConfigureAwait(false);
            left -= count;
        }

        _exchange.Progressed();
        ArrayPool<byte>.Shared.Return(chunk);
    }

    /// <summary>The body for people.</summary>
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

    public void Dispose()
    {
        if (_chunk is not null) ArrayPool<byte>.Shared.Return(_chunk);
        _chunk = null;
    }

    // A value task: what is there at once, as nearly all of an image is, then costs no object for each piece.
    private async ValueTask<int> FillAsync(byte[] chunk)
    {
        var filled = 0;
        try
        {
            while (filled < ChunkLength)
            {
                _exchange.Token.ThrowIfCancellationRequested();
#if NET
                var count = await _body.ReadAsync(chunk.AsMemory(filled, ChunkLength - filled), _exchange.Token).ConfigureAwait(false);
#else
                var count = await _body.ReadAsync(chunk, filled, ChunkLength - filled, _exchange.Token).ConfigureAwait(false);
#endif
                if (count == 0) break;
                filled += count;
            }

            return filled > 0 ? filled : throw new EndOfStreamException("The body is shorter than it said.");
        }
        catch (Exception e) when (!_exchange.Token.IsCancellationRequested)
        {
            Failure = ExceptionDispatchInfo.Capture(e);
            throw;
        }
    }
}
