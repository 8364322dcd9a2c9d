using System;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Leases.Holding;

namespace CustomLabels.Scopes;

/// <summary>A scope that the end of a block, of the pipeline or of the process leaves: whichever comes first, once. Safe for concurrent use.</summary>
/// <param name="scope">The scope.</param>
[SuppressMessage("Design", "CA1001", Justification = "The source of the entering has no timer and nobody asks for its handle; that of the leaving may still be needed when the command is done.")]
internal sealed class OpenScope(IModelScope scope)
{
    /// <summary>How long a model's stop may take in the end: longer than a service that is gone for a moment, and than most people wait before they look for another way.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LongestTimer = TimeSpan.FromMilliseconds(int.MaxValue);

    private readonly object _lock = new();
    private readonly CancellationTokenSource _entering = new();
    private Task _entered = Task.CompletedTask;
    private Task<bool>? _left;

    /// <summary>The model as it was last seen.</summary>
    public Model Model => scope.Model;

    /// <summary>True once leaving this scope may stop the model.</summary>
    public bool IsOurs => scope.IsOurs;

    /// <summary>True once its time was over before its block.</summary>
    public bool IsExpired { get; private set; }

    /// <summary>Enters the scope, unless it is being left.</summary>
    /// <param name="stopped">Cancelled when the pipeline is stopped.</param>
    public async Task<Model> EnterAsync(CancellationToken stopped)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopped, _entering.Token);
        Task<Model> entering;
        lock (_lock)
        {
            either.Token.ThrowIfCancellationRequested();
            _entered = entering = scope.EnterAsync(either.Token);
        }

        return await entering.ConfigureAwait(false);
    }

    /// <summary>Leaves the scope after a time, if nothing has by then.</summary>
    /// <param name="time">The time.</param>
    public async Task ExpireAsync(TimeSpan time)
    {
        // No timer is longer; nor does any process live so long with a model in use.
        if (time > LongestTimer) return;
        try
        {
            await Task.Delay(time, _entering.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        IsExpired = true;
        await LeaveAsync().ConfigureAwait(false);
    }

    /// <summary>Has the model stopped, on a thread of the pool and not on the pipeline's: that one may be in the block, or may never come back.</summary>
    /// <returns>Whether the model is stopped, and not left on for others.</returns>
    public Task<bool> LeaveAsync()
    {
        lock (_lock)
        {
            return _left ??= Task.Run(LeaveOnceAsync);
        }
    }

    private async Task<bool> LeaveOnceAsync()
    {
        _entering.Cancel();
        // How it ended was said where it was waited for.
        await Task.WhenAny(_entered).ConfigureAwait(false);
        using var limit = new CancellationTokenSource(Limit);
        return await scope.LeaveAsync(limit.Token).ConfigureAwait(false);
    }
}
