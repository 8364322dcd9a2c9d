using System;
using System.Threading;
using CustomLabels.Aws.Settings;

namespace CustomLabels.Aws.Client;

/// <summary>How far one request has come, and the token that ends it: when its caller cancels, or when nothing moves for too long.</summary>
internal sealed class Exchange : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationToken _caller;
    private readonly Timeouts _timeouts;

    public Exchange(Timeouts timeouts, CancellationToken caller)
    {
        _timeouts = timeouts;
        _caller = caller;
        _source = CancellationTokenSource.CreateLinkedTokenSource(caller);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Whether the connection stood: only then is the body asked for.</summary>
    public bool IsConnected { get; private set; }

    /// <summary>Why the endpoint's certificate was refused, where the HTTP stack can't be told; null when it was not.</summary>
    public string? CertificateRefusal { get; set; }

    public bool HasTimedOut => _source.IsCancellationRequested && !_caller.IsCancellationRequested;

    public void Connecting() => _source.CancelAfter(_timeouts.Connect);

    public void Connected() => IsConnected = true;

    /// <summary>The next piece of the request goes on the wire.</summary>
    /// <exception cref="OperationCanceledException">The caller has given up. Its own token says so first: the callback that ends this exchange comes after those of
    /// the exchanges begun later, each of which closes a connection, and a request that is sent meanwhile is paid for.</exception>
    public void Sending()
    {
        _caller.ThrowIfCancellationRequested();
        Progressed();
    }

    public void Progressed() => _source.CancelAfter(_timeouts.Read);

    /// <summary>Stops the clock while the endpoint is not what is waited for.</summary>
    public void Paused() => _source.CancelAfter(Timeout.InfiniteTimeSpan);

    public void Dispose() => _source.Dispose();
}
