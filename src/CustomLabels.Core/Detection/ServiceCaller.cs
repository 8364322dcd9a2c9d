using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Limiting;
using CustomLabels.Service;
using CustomLabels.Wire;
using static System.FormattableString;

namespace CustomLabels.Detection;

/// <summary>Calls the service until there is an answer or no hope of one. The one place that retries.</summary>
internal sealed class ServiceCaller
{
    private readonly RetryPolicy _retry;
    private readonly RequestGate _gate;
    private readonly RequestStatistics _statistics;
    private readonly IRunClock _clock;
    private long _lastProgressTicks;
    private volatile bool _answered;

    public ServiceCaller(RetryPolicy retry, RequestGate gate, RequestStatistics statistics, IRunClock clock)
    {
        _retry = retry;
        _gate = gate;
        _statistics = statistics;
        _clock = clock;
    }

    /// <summary>Makes a request, sends it and reads its answer.</summary>
    /// <param name="transport">The way to the service.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="openBody">Makes the request's body, once, when it may be sent: until then its image is not opened, so that hundreds may wait.</param>
    /// <param name="read">Reads an answer.</param>
    /// <param name="context">What it is about.</param>
    /// <param name="cancellationToken">Abandons it.</param>
    /// <exception cref="DetectionException">It failed for good.</exception>
    public async Task<T> CallAsync<T>(
        IServiceTransport transport, string operation, Func<Stream> openBody, Func<ReadOnlyMemory<byte>, T> read, CallContext context, CancellationToken cancellationToken)
    {
        var started = _clock.Elapsed;
        var model = _gate.For(context.ProjectVersionArn);
        await _gate.EnterAsync(model, context.Place, cancellationToken).ConfigureAwait(false);
        using var body = Open(openBody, model);
        while (true)
        {
            var sent = _clock.Elapsed;
            TimeSpan? delay = null;
            context.FirstSent ??= sent;
            try
            {
                body.Position = 0;
                context.Attempts++;
                var call = new ServiceCall(operation, body) { Verbose = context.Log.Verbose, Trace = Trace(context) };
                _statistics.Sent(body.Length);
                var value = Understood(await transport.SendAsync(call, cancellationToken).ConfigureAwait(false), read, context);
                _gate.Succeeded(model, Answered(sent));
                return value;
            }
            catch (ServiceException error) when (RetryPolicy.Decide(error) == RetryDecision.GiveUp)
            {
                _gate.Succeeded(model, Answered(sent));
                throw new DetectionException(ServiceErrors.From(error, context.Image, context.Explanation, context.Request.Image.Key), error);
            }
            catch (ServiceException error) when (RetryPolicy.Decide(error) == RetryDecision.Throttled)
            {
                // The gate lets it in again when there may be room, before images that came after it.
                _gate.Throttled(model, error.RetryAfter);
                _statistics.Throttled();
                context.Attempts--;
                GiveUpWhenThrottledTooLong(error, context, started);
                context.Log.Verbose(Invariant($"'{context.Image}': throttled ({VisibleText.Of(error.Code)}); it waits for its next turn."));
            }
            catch (ServiceException error)
            {
                _gate.Failed(model);
                Answered(sent);
                if (context.Attempts >= _retry.MaxAttempts) throw new DetectionException(ServiceErrors.RetriesExhausted(error, context.Image, context.Attempts), error);
                delay = Retry(context, error.Code.Length > 0 ? error.Code : error.Message, error.RetryAfter);
            }
            catch (TransportException error)
            {
                _gate.Failed(model);
                if (context.Attempts >= _retry.MaxAttempts || error.Failure == TransportFailure.Refused) throw NoAnswer(error, transport, context);
                delay = Retry(context, error.Message, hint: null);
            }
            catch
            {
                _gate.Failed(model);
                throw;
            }

            if (delay is { } pause) await _clock.DelayAsync(pause, cancellationToken).ConfigureAwait(false);
            await _gate.EnterAsync(model, context.Place, cancellationToken).ConfigureAwait(false);
        }
    }

    private Stream Open(Func<Stream> openBody, ModelQueue model)
    {
        try
        {
            return openBody();
        }
        catch
        {
            _gate.Withdrawn(model);
            throw;
        }
    }

    private TimeSpan Answered(TimeSpan sent)
    {
        var roundTrip = _clock.Elapsed - sent;
        _statistics.Answered(roundTrip);
        return roundTrip;
    }

    private TimeSpan Retry(CallContext context, string why, TimeSpan? hint)
    {
        _statistics.Retried();
        var delay = _retry.Delay(context.Attempts, hint);
        context.Log.Verbose(Invariant($"'{context.Image}': {VisibleText.Of(why)}; trying again in {delay.TotalSeconds:0.0} s."));
        return delay;
    }

    private T Understood<T>(ServiceAnswer answer, Func<ReadOnlyMemory<byte>, T> read, CallContext context)
    {
        _answered = true;
        context.RequestId = VisibleText.Cut(answer.RequestId) ?? context.RequestId;
        var value = ServiceAnswerReader.Read(answer, read);
        Interlocked.Exchange(ref _lastProgressTicks, _clock.Elapsed.Ticks);
        return value;
    }

    private void GiveUpWhenThrottledTooLong(ServiceException error, CallContext context, TimeSpan started)
    {
        // Progress of any image counts: as long as the service takes some, this one's turn will come.
        var since = Math.Max(started.Ticks, Interlocked.Read(ref _lastProgressTicks));
        if (_clock.Elapsed.Ticks - since >= _retry.ThrottleTimeout.Ticks)
            throw new DetectionException(ServiceErrors.ThrottleTimeout(error, context.Image, _retry.ThrottleTimeout), error);
    }

    private DetectionException NoAnswer(TransportException error, IServiceTransport transport, CallContext context) => new(
        _answered && error.Failure != TransportFailure.Refused
            ? ServiceErrors.RetriesExhausted(error, context.Image, context.Attempts)
            : ServiceErrors.EndpointUnreachable(error, transport.Endpoint, context.Attempts),
        error);

    private static Action<string>? Trace(CallContext context)
    {
        if (!context.Log.ShowsDebug) return null;
        var call = Invariant($"'{context.Image}', attempt {context.Attempts}: ");
        return text => context.Log.Debug(call + text);
    }
}
