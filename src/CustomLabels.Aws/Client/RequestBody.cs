using System;
using System.IO;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using System.Threading.Tasks;
using Amazon.Util;
using CustomLabels.Detection.Protocol;

namespace CustomLabels.Aws.Client;

/// <summary>The caller's body on its two passes, hashed and then sent. Leaves the caller's stream open.</summary>
/// <remarks>What fails here is the body's fault and not the connection's, whatever the HTTP stack wraps it in: <see cref="Failure"/> keeps it.</remarks>
internal sealed class RequestBody : IDisposable
{
    private readonly Stream _body;
    private readonly Exchange _exchange;
    private BodyBuffer? _hashed;

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
        var buffer = _hashed = new BodyBuffer(Length);
        for (long hashed = 0; hashed < Length;)
        {
            var start = buffer.IsWhole ? (int)hashed : 0;
            var count = (int)Math.Min(BodyBuffer.PieceLength, Length - hashed);
            await FillAsync(buffer.Bytes, start, count).ConfigureAwait(false);
            hash.AppendData(buffer.Bytes, start, count);
            hashed += count;
        }

        return AWSSDKUtils.ToHex(hash.GetHashAndReset(), lowercase: true);
    }

    /// <summary>Writes the body to the connection, which stands when it asks for it: what was hashed before, or it is read again.</summary>
    /// <remarks>
    /// The buffer goes back when it was sent, and is not held until the answer: the next request to be sent then finds it in the processor's cache. An exception
    /// leaves it to the garbage collector, because the connection may still be reading it.
    /// </remarks>
    public async Task SendAsync(Stream connection)
    {
        _exchange.Connected();
        var isSent = false;
        // A proxy that asks for its password has the body sent once more, without its hash being made anew.
        var isKept = _hashed is { IsWhole: true };
        var buffer = _hashed ?? new BodyBuffer(Length);
        _hashed = null;
        try
        {
            if (!isKept) _body.Position = 0;
            var piece = BodyBuffer.PieceLength;
            for (long sent = 0; sent < Length;)
            {
                _exchange.Paused();
                var start = isKept ? (int)sent : 0;
                var count = (int)Math.Min(piece, Length - sent);
                if (!isKept) await FillAsync(buffer.Bytes, start, count).ConfigureAwait(false);
                _exchange.Sending();
                var write = connection.WriteAsync(buffer.Bytes, start, count, _exchange.Token);
                // What a line takes at once may be larger next time. Of a slow one nothing would be heard for too long.
                piece = isKept && write.IsCompleted ? 2 * piece : BodyBuffer.PieceLength;
                await write.ConfigureAwait(false);
                sent += count;
            }

            _exchange.Progressed();
            isSent = true;
        }
        finally
        {
            buffer.Release(isUnused: isSent);
        }
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
        _hashed?.Release(isUnused: true);
        _hashed = null;
    }

    // A value task: what is there at once, as nearly all of an image is, then costs no object for each piece.
    private async ValueTask FillAsync(byte[] bytes, int start, int count)
    {
        try
        {
            for (int filled = 0, read; filled < count; filled += read)
            {
                _exchange.Token.ThrowIfCancellationRequested();
#if NET
                read = await _body.ReadAsync(bytes.AsMemory(start + filled, count - filled), _exchange.Token).ConfigureAwait(false);
#else
                read = await _body.ReadAsync(bytes, start + filled, count - filled, _exchange.Token).ConfigureAwait(false);
#endif
                if (read == 0) throw new EndOfStreamException("The body is shorter than it said.");
            }
        }
        catch (Exception e) when (!_exchange.Token.IsCancellationRequested)
        {
            Failure = ExceptionDispatchInfo.Capture(e);
            throw;
        }
    }
}
