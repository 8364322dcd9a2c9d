using System;
using System.Threading;
using CustomLabels.Api.Transport;

namespace CustomLabels.Aws.Settings;

/// <summary>How long to wait for a connection, and for anything to move on it.</summary>
internal sealed record Timeouts(TimeSpan Connect, TimeSpan Read)
{
    // The AWS CLI's own: --cli-connect-timeout and --cli-read-timeout default to 60 seconds.
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(60);

    // What .NET's timers can count: 24 days in milliseconds. Nobody sees the difference to waiting for ever.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(int.MaxValue);

    public static Timeouts Of(ConnectionSettings settings) => new(From(settings.ConnectTimeout), From(settings.ReadTimeout));

    private static TimeSpan From(TimeSpan? given) => given switch
    {
        null => Usual,
        { Ticks: > 0 } time when time <= Longest => time,
        _ => Timeout.InfiniteTimeSpan,
    };
}
