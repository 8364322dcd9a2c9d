using System;
using System.Buffers;
using System.Diagnostics;
using System.IO;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace CustomLabels.Local.Http;

/// <summary>One client: receives requests, has them answered one after the other, and notices when the client goes away meanwhile.</summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket _socket;
    private readonly IHttpHandler _handler;
    private readonly RequestCounters _counters;
    private readonly TimeSpan _idleTimeout;
    private readonly HttpRequestParser _parser = new();
    private readonly CancellationTokenSource _abort = new();
    private readonly CancellationToken _aborted;
    private readonly byte[] _watched = new byte[1];
    private Task<int>? _watch;
    private long _deadline = long.MaxValue;
    private bool _isCounted;
    private int _isDisposed;

    /// <summary>Takes over a socket.</summary>
    public HttpConnection(Socket socket, IHttpHandler handler, RequestCounters counters, TimeSpan idleTimeout)
    {
        _socket = socket;
        _handler = handler;
        _counters = counters;
        _idleTimeout = idleTimeout;
        _aborted = _abort.Token;
    }

    /// <summary>Whether the client has been silent for too long. The server asks from time to time and then disposes.</summary>
    public bool IsOverdue => Stopwatch.GetTimestamp() > Interlocked.Read(ref _deadline);

    /// <summary>Serves until the client closes, misbehaves or falls silent, or the connection is disposed.</summary>
    public async Task RunAsync()
    {
        try
        {
            _socket.NoDelay = true;
            while (await ServeAsync().ConfigureAwait(false)) { }
            await LingerAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (IsBroken(e))
        {
            // The client is gone: there is nobody to tell.
        }
        finally
        {
            if (_isCounted) _counters.Ended(RequestOutcome.Aborted);
            Dispose();
            await ForgetWatchAsync().ConfigureAwait(false);

            // Only here: until now a receive could still write into the buffer.
            _parser.Dispose();
        }
    }

    /// <summary>Breaks the connection off and cancels the answer that is being made. Safe to call from anywhere.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0) return;
        _abort.Cancel();
        _socket.Dispose();
        _abort.Dispose();
    }

    private static bool IsBroken(Exception e) => e is SocketException or ObjectDisposedException or OperationCanceledException or IOException;

    /// <summary>Serves one request; false when the connection is to be closed.</summary>
    private async Task<bool> ServeAsync()
    {
        try
        {
            var request = await ReceiveRequestAsync().ConfigureAwait(false);
            if (request is null) return false;
            var response = await AnswerAsync(request).ConfigureAwait(false);
            if (response.Delivery == Delivery.Reset) return Reset();
            var keepAlive = request.Head.KeepAlive && response.Delivery == Delivery.Whole;
            await SendAsync(response, keepAlive).ConfigureAwait(false);
            _parser.Next();
            return keepAlive;
        }
        catch (RefusedRequestException e)
        {
            CountStart();
            await SendAsync(_handler.Refuse(e), keepAlive: false).ConfigureAwait(false);
            return false;
        }
    }

    /// <summary>Receives one request; null when the client closed.</summary>
    private async Task<HttpRequest?> ReceiveRequestAsync()
    {
        SetDeadline(_idleTimeout);
        var continued = false;
        var isChecked = false;
        var isComplete = _parser.Advance(0);
        while (true)
        {
            // From its first byte on a head has one timeout for all of it; a body has one for each piece.
            if ((_parser.IsStarted && CountStart()) || _parser.Head is not null) SetDeadline(_idleTimeout);
            if (!isChecked && _parser.Head is { } head)
            {
                isChecked = true;
                Caller.Check(head);
            }

            if (isComplete) return _parser.Request;
            if (!continued && _parser.AwaitsContinue)
            {
                continued = true;
                await SendAllAsync(new ArraySegment<byte>(HttpResponseWriter.Continue)).ConfigureAwait(false);
            }

            var received = await ReceiveAsync().ConfigureAwait(false);
            if (received == 0) return null;
            isComplete = _parser.Advance(received);
        }
    }

    private async Task<int> ReceiveAsync()
    {
        if (_watch is not { } watch) return await _socket.ReceiveAsync(_parser.Space, SocketFlags.None).ConfigureAwait(false);
        _watch = null;
        var received = await watch.ConfigureAwait(false);
        if (received > 0) Buffer.BlockCopy(_watched, 0, _parser.Space.Array!, _parser.Space.Offset, received);
        return received;
    }

    /// <summary>Has the request answered. An answer that takes its time is given up when the client goes away.</summary>
    private async Task<HttpResponse> AnswerAsync(HttpRequest request)
    {
        SetDeadline(Timeout.InfiniteTimeSpan);
        var answer = _handler.AnswerAsync(request, _aborted);
        if (!answer.IsCompleted)
        {
            // A pending receive is the one way to learn of it. Its byte, if the client sends more instead, is the next request's.
            _watch ??= _socket.ReceiveAsync(new ArraySegment<byte>(_watched), SocketFlags.None);
            var first = await Task.WhenAny(answer, _watch).ConfigureAwait(false);
            if (first == _watch && (_watch.IsFaulted || await _watch.ConfigureAwait(false) == 0)) Dispose();
        }

        return await answer.ConfigureAwait(false);
    }

    /// <summary>Resets the connection, as was asked for.</summary>
    private bool Reset()
    {
        _isCounted = false;
        _counters.Ended(RequestOutcome.Reset);
        _socket.LingerState = new LingerOption(enable: true, seconds: 0);
        Dispose();
        return false;
    }

    private async Task SendAsync(HttpResponse response, bool keepAlive)
    {
        // Counted before it is sent: whoever has read an answer finds it counted.
        var isTruncated = response.Delivery == Delivery.Truncated;
        var outcome = isTruncated ? RequestOutcome.Truncated : response.IsSuccess ? RequestOutcome.Answered : RequestOutcome.Failed;
        var errorCode = isTruncated ? null : response.ErrorCode;
        _isCounted = false;
        if (response.IsCounted) _counters.Ended(outcome, errorCode);
        SetDeadline(_idleTimeout);
        var isHead = string.Equals(_parser.Head?.Method, "HEAD", StringComparison.Ordinal);
        var bytes = HttpResponseWriter.Write(response, keepAlive, withBody: !isHead);
        try
        {
            var missing = isTruncated ? (response.Body.Length + 1) / 2 : 0;
            await SendAllAsync(new ArraySegment<byte>(bytes.Array!, bytes.Offset, bytes.Count - missing)).ConfigureAwait(false);
        }
        catch (Exception e) when (IsBroken(e))
        {
            if (response.IsCounted) _counters.Lost(outcome, errorCode);
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes.Array!);
        }
    }

    private async Task SendAllAsync(ArraySegment<byte> bytes)
    {
        for (var sent = 0; sent < bytes.Count;)
        {
            var rest = new ArraySegment<byte>(bytes.Array!, bytes.Offset + sent, bytes.Count - sent);
            sent += await _socket.SendAsync(rest, SocketFlags.None).ConfigureAwait(false);
        }
    }

    private async Task LingerAsync()
    {
        SetDeadline(HttpLimits.LingerTimeout);
        _socket.Shutdown(SocketShutdown.Send);
        await ForgetWatchAsync().ConfigureAwait(false);
        var ignored = new ArraySegment<byte>(new byte[4096]);
        while (await _socket.ReceiveAsync(ignored, SocketFlags.None).ConfigureAwait(false) > 0) { }
    }

    private async Task ForgetWatchAsync()
    {
        if (_watch is not { } watch) return;
        _watch = null;
        try
        {
            await watch.ConfigureAwait(false);
        }
        catch (Exception e) when (IsBroken(e))
        {
            // It was only asked whether the client is still there.
        }
    }

    /// <summary>Counts the request that is coming in; false when it is counted already.</summary>
    private bool CountStart()
    {
        if (_isCounted) return false;
        _isCounted = true;
        _counters.Started();
        return true;
    }

    private void SetDeadline(TimeSpan timeout)
    {
        var ticks = timeout == Timeout.InfiniteTimeSpan ? long.MaxValue : Stopwatch.GetTimestamp() + (long)(timeout.TotalSeconds * Stopwatch.Frequency);
        Interlocked.Exchange(ref _deadline, ticks);
    }
}
