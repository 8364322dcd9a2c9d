using System;
using System.IO;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;

namespace CustomLabels.Aws.Client;

/// <summary>The caller's body on its two passes, hashed and then sent. Leaves the caller's stream open.</summary>
/// <remarks>What fails here is the body's fault and not the connection's, whatever the HTTP stack wraps it in: <see cref="Failure"/> keeps it.</remarks>
internal sealed class BodyStream : Stream
{
    private readonly Stream _body;
    private readonly Exchange _exchange;
    private bool _hashed;

    public BodyStream(Stream body, Exchange exchange)
    {
        _body = body;
        _exchange = exchange;
        _body.Position = 0;
    }

    public ExceptionDispatchInfo? Failure { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => _body.Length;

    public override long Position
    {
        get => _body.Position;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override long Seek(long offset, SeekOrigin origin)
    {
        // The signer rewinds once, when it has read everything.
        _hashed = true;
        _exchange.Connecting();
        return _body.Seek(offset, origin);
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        Begin();
        try
        {
            return _body.Read(buffer, offset, count);
        }
        catch (Exception e)
        {
            Failure = ExceptionDispatchInfo.Capture(e);
            throw;
        }
        finally
        {
            End();
        }
    }

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Begin();
        try
        {
            return await _body.ReadAsync(buffer, offset, count, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!_exchange.Token.IsCancellationRequested)
        {
            Failure = ExceptionDispatchInfo.Capture(e);
            throw;
        }
        finally
        {
            End();
        }
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Begin()
    {
        _exchange.Token.ThrowIfCancellationRequested();
        if (!_hashed)
            return;

        _exchange.Connected();
        _exchange.Paused();
    }

    private void End()
    {
        if (_hashed)
            _exchange.Progressed();
    }
}
