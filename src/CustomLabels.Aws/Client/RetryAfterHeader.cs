using System;
using System.Globalization;

namespace CustomLabels.Aws.Client;

/// <summary>The header Retry-After of RFC 9110, section 10.2.3: seconds, or a date.</summary>
internal static class RetryAfterHeader
{
    /// <summary>How long to wait from now, never negative; null when absent or unreadable.</summary>
    public static TimeSpan? Parse(string? value)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(seconds);

        // "r" is the one date format that may be sent; the older ones that RFC 9110 still reads were never used by AWS.
        if (!DateTimeOffset.TryParseExact(value, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
            return null;

        var wait = date - DateTimeOffset.UtcNow;
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}
