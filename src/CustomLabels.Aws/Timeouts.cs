using System;

namespace CustomLabels.Aws;

/// <summary>How long to wait for a connection, and for anything to move on it.</summary>
internal sealed record Timeouts(TimeSpan Connect, TimeSpan Read)
{
    /// <summary>The AWS CLI's own: <c>--cli-connect-timeout</c> and <c>--cli-read-timeout</c> default to 60 seconds.</summary>
    public static Timeouts Default { get; } = new(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60));
}
