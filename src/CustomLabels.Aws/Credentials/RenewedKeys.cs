using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;

namespace CustomLabels.Aws.Credentials;

/// <summary>Keys for many requests at once: looked up by one for all that wait, and again before they expire. While nothing expires they cost a lock.</summary>
/// <remarks>The SDK's own renewal looks up again and again when it fails, or when keys live for less than the quarter of an hour that it renews them ahead.</remarks>
internal sealed class RenewedKeys
{
    // The SDK's own: enough to outlast a source that is away for minutes.
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMinutes(1);

    private readonly object _gate = new();
    private readonly Func<Task<TimedKeys>> _lookUp;
    private readonly Func<DateTime> _clock;
    private Task<ImmutableCredentials>? _pending;
    private Task<ImmutableCredentials>? _keys;
    private DateTime _expires = DateTime.MinValue;
    private DateTime _renewAt = DateTime.MinValue;

    /// <param name="lookUp">Gets keys; may block.</param>
    /// <param name="clock">The time in UTC.</param>
    public RenewedKeys(Func<Task<TimedKeys>> lookUp, Func<DateTime>? clock = null)
    {
        _lookUp = lookUp;
        _clock = clock ?? (static () => DateTime.UtcNow);
    }

    /// <summary>Keys that are valid now. A task that is done already, unless there are none.</summary>
    public Task<ImmutableCredentials> GetAsync()
    {
        var now = _clock();
        lock (_gate)
        {
            // Off this thread: processes are started and files read before the first await.
            if (now >= _renewAt && _pending is null)
                _pending = ObserveFailure(Task.Run(LookUpAsync));

            return _keys is not null && now < _expires ? _keys : _pending!;
        }
    }

    private async Task<ImmutableCredentials> LookUpAsync()
    {
        try
        {
            var found = await _lookUp().ConfigureAwait(false);
            lock (_gate)
            {
                _keys = Task.FromResult(found.Keys);
                _expires = found.Expires;
                _renewAt = RenewalTime(_clock(), found.Expires);
                _pending = null;
            }

            return found.Keys;
        }
        catch
        {
            lock (_gate)
            {
                var again = _clock() + PauseAfterFailure;
                _renewAt = again < _expires ? again : _expires;
                _pending = null;
            }

            throw;
        }
    }

    private static DateTime RenewalTime(DateTime now, DateTime expires)
    {
        if (expires <= now || expires == DateTime.MaxValue)
            return expires;

        var life = expires - now;
        return expires - (life < Ahead + Ahead ? TimeSpan.FromTicks(life.Ticks / 2) : Ahead);
    }

    // A renewal ahead of time may fail with nobody waiting for it.
    private static Task<ImmutableCredentials> ObserveFailure(Task<ImmutableCredentials> task)
    {
        _ = task.ContinueWith(
            static failed => failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return task;
    }
}
