using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api.Protocol;
using CustomLabels.Api.Transport;
using CustomLabels.Time;
using static System.FormattableString;

namespace CustomLabels.Api;

/// <summary>Calls a service until there is an answer or no hope of one. The one place that retries. Safe for concurrent use.</summary>
internal sealed class ServiceCaller
{
    private readonly RetryPolicy _retry;
    private readonly IClock _clock;
    private long _lastProgressTicks;
    private volatile bool _answered;

    /// <summary>A caller.</summary>
    /// <param name="retry">Which failures pass.</param>
    /// <param name="clock">The time.</param>
    public ServiceCaller(RetryPolicy retry, IClock clock)
    {
        _retry = retry;
        _clock = clock;
    }

    /// <summary>What all requests came to so far.</summary>
    public RequestStatistics Statistics { get; } = new();

    /// <summary>A gate for the calls of one operation: it paces them by this caller's waits and time.</summary>
    internal ICallGate NewGate() => new PacedGate(_retry, _clock);

    /// <summary>Makes a request, sends it and reads its answer.</summary>
    /// <param name="transport">The way to the service.</param>
    /// <param name="call">What is asked, and when it may be.</param>
    /// <param name="openBody">Makes the request's body, once, when it may be sent: until then its image is not opened, so that hundreds may wait.</param>
    /// <param name="read">Reads an answer.</param>
    /// <param name="cancellationToken">Abandons it.</param>
    /// <exception cref="CustomLabelsException">It failed for good.</exception>
    internal async Task<T> CallAsync<T>(
        IServiceTransport transport, Call call, Func<Stream> openBody, Func<ReadOnlyMemory<byte>, T> read, CancellationToken cancellationToken)
    {
        var started = _clock.Elapsed;
        await call.Gate.EnterAsync(cancellationToken).ConfigureAwait(false);
        using var body = Open(openBody, call);
        while (true)
        {
            var sent = _clock.Elapsed;
            TimeSpan? delay = null;
            call.FirstSent ??= sent;
            try
            {
                body.Position = 0;
                call.Attempts++;
                var request = new ServiceCall(call.Operation, body) { Verbose = call.Log.Verbose, Trace = Trace(call) };
                Statistics.Sent(body.Length);
                var value = Understood(await transport.SendAsync(request, cancellationToken).ConfigureAwait(false), read, call);
                call.Gate.Succeeded(CountAnswer(sent));
                return value;
            }
            catch (ServiceException error) when (RetryPolicy.Decide(error) == RetryDecision.GiveUp)
            {
                call.Gate.Succeeded(CountAnswer(sent));
                throw new CustomLabelsException(call.Refused?.Invoke(error) ?? ServiceErrors.From(error, call.Operation), error);
            }
            catch (ServiceException error) when (RetryPolicy.Decide(error) == RetryDecision.Throttled)
            {
                // The gate lets it in again when there may be room, before calls that came after it.
                call.Gate.Throttled(error.RetryAfter);
                Statistics.Throttled();
                call.Attempts--;
                GiveUpWhenThrottledTooLong(error, call, started);
                call.Log.Verbose(Invariant($"'{call.Subject}': throttled ({VisibleText.Of(error.Code)}); it waits for its next turn."));
            }
            catch (ServiceException error)
            {
                call.Gate.Failed();
                CountAnswer(sent);
                ThrowIfMaybeDone(call, error, isDone: !IsUndone(error));
                if (call.Attempts >= _retry.MaxAttempts) throw new CustomLabelsException(ServiceErrors.RetriesExhausted(error, call.Subject, call.Attempts), error);
                delay = Again(call, error.Code.Length > 0 ? error.Code : error.Message, error.RetryAfter);
            }
            catch (TransportException error)
            {
                call.Gate.Failed();
                ThrowIfMaybeDone(call, error, isDone: error.Failure is not (TransportFailure.NotConnected or TransportFailure.Refused));
                if (call.Attempts >= _retry.MaxAttempts || error.Failure == TransportFailure.Refused) throw NoAnswer(error, transport, call);
                delay = Again(call, error.Message, hint: null);
            }
            catch
            {
                call.Gate.Failed();
                throw;
            }

            if (delay is { } pause) await _clock.DelayAsync(pause, cancellationToken).ConfigureAwait(false);
            await call.Gate.EnterAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static Stream Open(Func<Stream> openBody, Call call)
    {
        try
        {
            return openBody();
        }
        catch
        {
            call.Gate.Withdrawn();
            throw;
        }
    }

    // Only these say that nothing was done. After an InternalServerError, and what a gateway says in the service's place, nobody knows.
    private static bool IsUndone(ServiceException error) => error.Code is "ServiceUnavailable" or "ServiceUnavailableException" or "RequestTimeout" or "RequestTimeoutException";

    /// <summary>What must not be done twice is not asked twice, unless the service itself says that it didn't do it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="error">How its request ended.</param>
    /// <param name="isDone">Whether the service may have done it: its answer got lost, or what came was not the service's own.</param>
    private static void ThrowIfMaybeDone(Call call, Exception error, bool isDone)
    {
        if (isDone && !call.Operation.IsRepeatable) throw new CustomLabelsException(ServiceErrors.AnswerLost(call, error.Message), error);
    }

    private TimeSpan CountAnswer(TimeSpan sent)
    {
        var roundTrip = _clock.Elapsed - sent;
        Statistics.Answered(roundTrip);
        return roundTrip;
    }

    private TimeSpan Again(Call call, string why, TimeSpan? hint)
    {
        Statistics.Retried();
        var delay = _retry.Delay(call.Attempts, hint);
        call.Log.Verbose(Invariant($"'{call.Subject}': {VisibleText.Of(why)}; trying again in {delay.TotalSeconds:0.0} s."));
        return delay;
    }

    private T Understood<T>(ServiceAnswer answer, Func<ReadOnlyMemory<byte>, T> read, Call call)
    {
        _answered = true;
        call.RequestId = VisibleText.Cut(answer.RequestId) ?? call.RequestId;
        var value = ServiceAnswerReader.Read(answer, read);
        Interlocked.Exchange(ref _lastProgressTicks, _clock.Elapsed.Ticks);
        return value;
    }

    private void GiveUpWhenThrottledTooLong(ServiceException error, Call call, TimeSpan started)
    {
        // Progress of any call counts: as long as the service takes some, this one's turn will come.
        var since = Math.Max(started.Ticks, Interlocked.Read(ref _lastProgressTicks));
        if (_clock.Elapsed.Ticks - since >= _retry.ThrottleTimeout.Ticks)
            throw new CustomLabelsException(ServiceErrors.ThrottleTimeout(error, call, _retry.ThrottleTimeout), error);
    }

    private CustomLabelsException NoAnswer(TransportException error, IServiceTransport transport, Call call) => new(
        _answered && error.Failure != TransportFailure.Refused
            ? ServiceErrors.RetriesExhausted(error, call.Subject, call.Attempts)
            : ServiceErrors.EndpointUnreachable(error, transport.Endpoint, call.Attempts),
        error);

    private static Action<string>? Trace(Call call)
    {
        if (!call.Log.ShowsDebug) return null;
        var attempt = Invariant($"'{call.Subject}', attempt {call.Attempts}: ");
        return text => call.Log.Debug(attempt + text);
    }
}
