using System;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Service;
using CustomLabels.Wire;

namespace CustomLabels.Detection;

/// <summary>Calls the service until there is an answer or no hope of one. The one place that retries.</summary>
internal sealed class ServiceCaller
{
    private readonly RetryPolicy _retry;
    private readonly IRunClock _clock;
    private long _lastProgressTicks;
    private volatile bool _answered;

    public ServiceCaller(RetryPolicy retry, IRunClock clock)
    {
        _retry = retry;
        _clock = clock;
    }

    /// <summary>Sends a request and reads its answer.</summary>
    /// <exception cref="DetectionException">It failed for good.</exception>
    public async Task<T> CallAsync<T>(
        IServiceTransport transport, string operation, Stream body, Func<ReadOnlyMemory<byte>, T> read, CallContext context, CancellationToken cancellationToken)
    {
        var throttles = 0;
        var started = _clock.Elapsed;
        while (true)
        {
            TimeSpan delay;
            try
            {
                body.Position = 0;
                context.Attempts++;
                var call = new ServiceCall(operation, body) { Verbose = context.Log.Verbose, Trace = Trace(context) };
                return await AttemptAsync(transport, call, read, context, cancellationToken).ConfigureAwait(false);
            }
            catch (ServiceException error)
            {
                var decision = RetryPolicy.Decide(error);
                if (decision == RetryDecision.GiveUp) throw new DetectionException(ServiceErrors.From(error, context.Image, context.Explanation), error);
                if (decision == RetryDecision.Throttled)
                {
                    context.Attempts--;
                    GiveUpWhenThrottledTooLong(error, context, started);
                    delay = _retry.Delay(++throttles, error.RetryAfter);
                }
                else
                {
                    if (context.Attempts >= _retry.MaxAttempts) throw new DetectionException(ServiceErrors.RetriesExhausted(error, context.Image, context.Attempts), error);
                    delay = _retry.Delay(context.Attempts, error.RetryAfter);
                }

                Say(context, error.Code.Length > 0 ? error.Code : error.Message, delay);
            }
            catch (TransportException error)
            {
                if (context.Attempts >= _retry.MaxAttempts || error.Failure == TransportFailure.Refused) throw NoAnswer(error, transport, context);
                delay = _retry.Delay(context.Attempts, hint: null);
                Say(context, error.Message, delay);
            }

            await _clock.DelayAsync(delay, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<T> AttemptAsync<T>(IServiceTransport transport, ServiceCall call, Func<ReadOnlyMemory<byte>, T> read, CallContext context, CancellationToken cancellationToken)
    {
        var answer = await transport.SendAsync(call, cancellationToken).ConfigureAwait(false);
        _answered = true;
        context.RequestId = answer.RequestId ?? context.RequestId;
        if (answer.StatusCode is < 200 or > 299) throw ServiceErrorReader.Read(answer);
        try
        {
            var value = read(answer.Body);
            Interlocked.Exchange(ref _lastProgressTicks, _clock.Elapsed.Ticks);
            return value;
        }
        catch (FormatException exception)
        {
            throw new TransportException(TransportFailure.Broken, VisibleText.Of(exception.Message), exception);
        }
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
        var call = Line($"'{context.Image}', attempt {context.Attempts}: ");
        return text => context.Log.Debug(call + text);
    }

    private static void Say(CallContext context, string why, TimeSpan delay) =>
        context.Log.Verbose(Line($"'{context.Image}': {VisibleText.Of(why)}; trying again in {delay.TotalSeconds:0.0} s."));

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
