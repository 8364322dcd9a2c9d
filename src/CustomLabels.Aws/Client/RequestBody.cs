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
    // Bytes, of a body that is read again: what a connection is given at a time.
    private const int BufferLength = 64 * 1024;

    private readonly Stream _body;
    private readonly BodyMemory _memory;
    private readonly Exchange _exchange;

    // What was read on the first pass is sent on the second, where there is memory for it: reading and encoding an image again takes longer than sending it.
    private byte[][]? _kept;
    private bool _sending;

    public RequestBody(Stream body, BodyMemory memory, Exchange exchange)
    {
        _body = body;
        _memory = memory;
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
        _kept = _memory.TryRent(Length);
        if (_kept is not null)
        {
            foreach (var chunk in _kept) hash.AppendData(chunk, 0, await FillAsync(chunk, BodyMemory.ChunkLength).ConfigureAwait(false));
        }
        else
        {
            var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
            for (int count; (count = await FillAsync(buffer, BufferLength).ConfigureAwait(false)) > 0;) hash.AppendData(buffer, 0, count);
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return AWSSDKUtils.ToHex(hash.GetHashAndReset(), lowercase: true);
    }

    /// <summary>Writes the body to the connection, which stands when it asks for it.</summary>
    /// <remarks>In large pieces: the other side wakes up at each. An exception leaves the memory to the garbage collector, because the connection may still be reading it.</remarks>
    public async Task SendAsync(Stream connection)
    {
        _exchange.Connected();
        _sending = true;
        if (_kept is not null) await SendKeptAsync(connection, _kept).ConfigureAwait(false);
        else await SendAgainAsync(connection).ConfigureAwait(false);
        _sending = false;
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
        if (_kept is not null) _memory.Return(_kept, reusable: !_sending);
        _kept = null;
    }

    private async Task SendKeptAsync(Stream connection, byte[][] chunks)
    {
        var left = Length;
        foreach (var chunk in chunks)
        {
            var count = (int)Math.Min(left, BodyMemory.ChunkLength);
            _exchange.Progressed();
            await connection.WriteAsync(chunk, 0, count, _exchange.Token).ConfigureAwait(false);
            left -= count;
        }

        _exchange.Progressed();
    }

    private async Task SendAgainAsync(Stream connection)
    {
        _body.Position = 0;
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        while (true)
        {
            _exchange.Paused();
            var count = await FillAsync(buffer, BufferLength).ConfigureAwait(false);
            _exchange.Progressed();
            if (count == 0) break;
            await connection.WriteAsync(buffer, 0, count, _exchange.Token).ConfigureAwait(false);
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }

    // A value task: what is there at once, as nearly all of an image is, then costs no object for each piece.
    private async ValueTask<int> FillAsync(byte[] buffer, int length)
    {
        var filled = 0;
        try
        {
            for (int count; filled < length; filled += count)
            {
                _exchange.Token.ThrowIfCancellationRequested();
#if NET
                count = await _body.ReadAsync(buffer.AsMemory(filled, length - filled), _exchange.Token).ConfigureAwait(false);
#else
                count = await _body.ReadAsync(buffer, filled, length - filled, _exchange.Token).ConfigureAwait(false);
#endif
                if (count == 0) break;
            }

            return filled;
        }
        catch (Exception e) when (!_exchange.Token.IsCancellationRequested)
        {
            Failure = ExceptionDispatchInfo.Capture(e);
            throw;
        }
    }
}
