using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace CustomLabels.Local.Http;

/// <summary>A small HTTP/1.1 server on the loopback addresses.</summary>
/// <remarks>
/// Of its own because HttpListener needs a URL reservation on Windows and knows no free port, and because a server that stands in for a
/// service must be able to do what a correct server never does.
/// </remarks>
internal sealed class HttpServer : IDisposable
{
    private readonly IHttpHandler _handler;
    private readonly TimeSpan _idleTimeout;
    private readonly IReadOnlyList<Socket> _listeners;
    private readonly List<Task> _loops;
    private readonly RequestCounters _counters;
    private readonly ConcurrentDictionary<HttpConnection, Task> _connections = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationToken _stopping;
    private int _isDisposed;

    /// <summary>Starts serving.</summary>
    /// <param name="port">The port, or 0 for a free one.</param>
    /// <param name="handler">What answers.</param>
    /// <param name="idleTimeout">How long a client may be silent.</param>
    /// <param name="counters">Where to count, for a handler that counts too; null for counters of its own.</param>
    /// <exception cref="System.IO.IOException">The port can't be listened on.</exception>
    public HttpServer(int port, IHttpHandler handler, TimeSpan idleTimeout, RequestCounters? counters = null)
    {
        _handler = handler;
        _counters = counters ?? new RequestCounters();
        _idleTimeout = idleTimeout;
        _stopping = _stop.Token;
        _listeners = LoopbackSockets.Listen(port);
        Port = LoopbackSockets.PortOf(_listeners[0]);
        _loops = _listeners.Select(listener => Task.Run(() => AcceptAsync(listener))).ToList();
        _loops.Add(Task.Run(CutSilentAsync));
    }

    /// <summary>The port of 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>What was served so far.</summary>
    public LocalEndpointCounters Counters => _counters.Snapshot();

    /// <summary>How many clients are connected.</summary>
    public int ConnectionCount => _connections.Count;

    /// <summary>Stops accepting, breaks every connection off, and waits until nothing runs any more.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0) return;
        _stop.Cancel();
        foreach (var listener in _listeners) listener.Dispose();
        Task.WaitAll(_loops.ToArray(), HttpLimits.StopTimeout);
        foreach (var connection in _connections.Keys) connection.Dispose();
        Task.WaitAll(_connections.Values.ToArray(), HttpLimits.StopTimeout);
        _stop.Dispose();
    }

    private async Task AcceptAsync(Socket listener)
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                Serve(await listener.AcceptAsync().ConfigureAwait(false));
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // Stopped; or the client is gone already, or there are no more handles: others may be served.
                if (!_stopping.IsCancellationRequested) await PauseAsync(TimeSpan.FromMilliseconds(20)).ConfigureAwait(false);
            }
        }
    }

    private void Serve(Socket socket)
    {
        var connection = new HttpConnection(socket, _handler, _counters, _idleTimeout);
        _connections[connection] = Task.CompletedTask;
        var run = Task.Run(async () =>
        {
            try
            {
                await connection.RunAsync().ConfigureAwait(false);
            }
            finally
            {
                _connections.TryRemove(connection, out _);
            }
        });

        // It may have ended, and left, already.
        _connections.TryUpdate(connection, run, Task.CompletedTask);
    }

    private async Task CutSilentAsync()
    {
        var interval = TimeSpan.FromTicks(Math.Min(_idleTimeout.Ticks, HttpLimits.LingerTimeout.Ticks) / 4);
        while (!_stopping.IsCancellationRequested)
        {
            await PauseAsync(interval).ConfigureAwait(false);
            foreach (var connection in _connections.Keys.Where(connection => connection.IsOverdue)) connection.Dispose();
        }
    }

    private async Task PauseAsync(TimeSpan time)
    {
        try
        {
            await Task.Delay(time, _stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The server is stopping: the loop sees it itself.
        }
    }
}
