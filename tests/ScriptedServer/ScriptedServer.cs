using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace CustomLabels.Testing;

/// <summary>A server on the loopback address that knows no more of HTTP than it is told: it plays one step for each request, the last one over and over.</summary>
public sealed class ScriptedServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();
    private readonly ConcurrentBag<TcpClient> _clients = [];
    private readonly SemaphoreSlim _received = new(0);
    private readonly SemaphoreSlim _closed = new(0);
    private readonly Step[] _steps;
    private int _begun;
    private int _inFlight;
    private int _aborted;

    public ScriptedServer(params Step[] steps)
    {
        _steps = steps;
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    public IReadOnlyList<ReceivedRequest> Requests => _requests.ToList();

    /// <summary>The latest request; null before the first.</summary>
    public ReceivedRequest? LastRequest => _requests.LastOrDefault();

    /// <summary>Requests whose step has begun.</summary>
    public int Received => _requests.Count;

    /// <summary>Requests whose step has begun and not ended.</summary>
    public int InFlight => Volatile.Read(ref _inFlight);

    /// <summary>Requests whose client went before their step was over.</summary>
    public int Aborted => Volatile.Read(ref _aborted);

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
                var step = _steps[Math.Min(Interlocked.Increment(ref _begun), _steps.Length) - 1];
                if (step.ReadsBody)
                    await request.ReadBodyAsync(stream);
                if (await PlayAsync(step, request, client) != StepEnd.Kept)
                    break;
            }
        }
        catch (Exception e) when (IsEnd(e))
        {
            // The client went between two requests, or with half of one.
        }
        finally
        {
            client.Dispose();
            _closed.Release();
        }
    }

    private async Task<StepEnd> PlayAsync(Step step, ReceivedRequest request, TcpClient client)
    {
        Interlocked.Increment(ref _inFlight);
        _requests.Enqueue(request);
        _received.Release();
        var end = StepEnd.Aborted;
        try
        {
            end = await step.Play(client);
        }
        catch (Exception e) when (IsEnd(e))
        {
            // The client went.
        }

        if (end == StepEnd.Aborted)
            Interlocked.Increment(ref _aborted);
        Interlocked.Decrement(ref _inFlight);
        return end;
    }

    private static bool IsEnd(Exception error) => error is IOException or SocketException or ObjectDisposedException or InvalidOperationException;
}
