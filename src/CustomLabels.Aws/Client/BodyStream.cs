using System;
using System.Buffers;
using System.IO;
using System.Runtime.ExceptionServices;
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

    private readonly Stream _body;
    private readonly Exchange _exchange;

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
        get => _body.Position;
        set => _body.Position = value;
    }

    /// <summary>Reads the body from its beginning, and rewinds it.</summary>
    /// <remarks>Not left to the SDK's signer: that reads on the caller's thread, with one hash for each thread. After a read that threw, that hash
    /// begins the next request of the thread, which is then refused for its signature.</remarks>
    /// <returns>SHA-256 in lower-case hexadecimal digits.</returns>
    public async Task<string> HashAsync()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            Position = 0;
            int count;
            while ((count = await ReadBodyAsync(buffer, 0, BufferLength, _exchange.Token).ConfigureAwait(false)) > 0)
                hash.AppendData(buffer, 0, count);
            Position = 0;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
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

    /// <summary>Reads on behalf of the connection: it stands, and waits for the body.</summary>
    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        _exchange.Connected();
        _exchange.Paused();
        var read = await ReadBodyAsync(buffer, offset, count, cancellationToken).ConfigureAwait(false);
        _exchange.Progressed();
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => _body.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private async Task<int> ReadBodyAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await _body.ReadAsync(buffer, offset, count, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Failure = ExceptionDispatchInfo.Capture(e);
            throw;
        }
    }
}
