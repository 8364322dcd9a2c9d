using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace CustomLabels.Aws.Tests.Server;

/// <summary>A server on the loopback address that knows no more of HTTP than it is told: it plays one step for each request, the last one over and over.</summary>
internal sealed class ScriptedServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();
    private readonly ConcurrentBag<TcpClient> _clients = [];
    private readonly SemaphoreSlim _received = new(0);
    private readonly SemaphoreSlim _closed = new(0);
    private readonly Step[] _steps;
    private int _next = -1;

    public ScriptedServer(params Step[] steps)
    {
        _steps = steps;
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    public IReadOnlyList<ReceivedRequest> Requests => _requests.ToList();

    public int ConnectionCount => _clients.Count;

    /// <summary>Completes once for each request, when its step begins.</summary>
    public Task RequestReceivedAsync() => _received.WaitAsync();

    /// <summary>Completes once for each connection that has ended.</summary>
    public Task ConnectionClosedAsync() => _closed.WaitAsync();

    public void Dispose()
    {
        _listener.Stop();
        foreach (var client in _clients)
            client.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                _clients.Add(client);
                _ = ServeAsync(client);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            client.NoDelay = true;
            var stream = client.GetStream();
            while (await ReceivedRequest.ReadHeadAsync(stream) is { } request)
            {
                var step = _steps[Math.Min(Interlocked.Increment(ref _next), _steps.Length - 1)];
                if (step.ReadsBody)
                    await request.ReadBodyAsync(stream);
                _requests.Enqueue(request);
                _received.Release();
                if (!await step.Play(client))
                    break;
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The client went.
        }
        finally
        {
            client.Dispose();
            _closed.Release();
        }
    }
}
