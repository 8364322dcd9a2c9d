using System;
using CustomLabels.Api.Generated;
using CustomLabels.Api.Transport;

namespace CustomLabels.Api;

/// <summary>Which failures pass, and how long to wait: exponential backoff with full jitter.</summary>
/// <remarks>
/// The codes are those that botocore (retries/standard.py) and the SDK for .NET (RetryPolicy.cs) retry, but for LimitExceededException,
/// which Rekognition's guide says not to retry. The SDK's own retry is not used: it gives up by a quota shared by the whole process.
/// </remarks>
public sealed class RetryPolicy
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(20);

    private readonly Random _random;

    /// <summary>A policy.</summary>
    /// <param name="maxAttempts">Most requests for one call, the first included; 1 and up.</param>
    /// <param name="throttleTimeout">How long everything may be throttled before an image fails.</param>
    /// <param name="random">Spreads the waits; used under a lock of the policy's own.</param>
    public RetryPolicy(int maxAttempts, TimeSpan throttleTimeout, Random random)
    {
        if (maxAttempts < 1) throw new ArgumentOutOfRangeException(nameof(maxAttempts), maxAttempts, "At least 1.");
        MaxAttempts = maxAttempts;
        ThrottleTimeout = throttleTimeout;
        _random = random;
    }

    /// <summary>Most requests for one call, the first included.</summary>
    internal int MaxAttempts { get; }

    /// <summary>How long everything may be throttled before an image fails.</summary>
    internal TimeSpan ThrottleTimeout { get; }

    internal static RetryDecision Decide(ServiceException error) => error.Code switch
    {
        ErrorCodes.ThrottlingException or ErrorCodes.ProvisionedThroughputExceededException or "Throttling" or "ThrottledException" or "TooManyRequestsException"
            or "RequestThrottled" or "RequestThrottledException" or "RequestLimitExceeded" or "BandwidthLimitExceeded" or "SlowDown" => RetryDecision.Throttled,
        "RequestTimeout" or "RequestTimeoutException" => RetryDecision.Retry,
        _ when error.StatusCode == 429 => RetryDecision.Throttled,
        // A server or proxy to which the body came too slowly, or too early in its connection.
        _ when error.StatusCode is 408 or 425 or >= 500 => RetryDecision.Retry,
        _ => RetryDecision.GiveUp,
    };

    /// <summary>How long to wait before going on.</summary>
    /// <param name="failures">Failures in a row of this kind, 1 and up.</param>
    /// <param name="hint">What the service asks for; null when it doesn't say. Honoured up to the longest delay.</param>
    internal TimeSpan Delay(int failures, TimeSpan? hint)
    {
        var ceiling = Math.Min(LongestDelay.TotalSeconds, FirstDelay.TotalSeconds * Math.Pow(2, Math.Min(failures, 30) - 1));
        double jitter;
        lock (_random) jitter = _random.NextDouble();
        var seconds = Math.Max(ceiling * jitter, Math.Min(hint?.TotalSeconds ?? 0, LongestDelay.TotalSeconds));
        return TimeSpan.FromSeconds(seconds);
    }
}
