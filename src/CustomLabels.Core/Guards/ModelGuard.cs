using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;

namespace CustomLabels;

/// <summary>What the system runs every few minutes to stop the models that leases have left behind, and what its last pass saw.</summary>
public sealed record ModelGuard
{
    internal ModelGuard(GuardKind kind) => Kind = kind;

    /// <summary>What of the system runs it.</summary>
    public GuardKind Kind { get; }

    /// <summary>How often it passes.</summary>
    public TimeSpan Interval { get; init; }

    /// <summary>The account that it runs as.</summary>
    public string User { get; init; } = "";

    /// <summary>What is run, as it is installed.</summary>
    public string Command { get; init; } = "";

    /// <summary>What is installed: the file of the timer, the marker of the line in the crontab, or the name of the task.</summary>
    public string Path { get; init; } = "";

    /// <summary>The folder of the leases that it looks after.</summary>
    public string LeasePath { get; init; } = "";

    /// <summary>When it last passed, UTC; null when it never has, or what it noted can't be read.</summary>
    public DateTime? LastPass { get; init; }

    /// <summary>How many leases the last pass found.</summary>
    public int Leases { get; init; }

    /// <summary>The names of the models that the last pass stopped: project, slash, version.</summary>
    public ReadOnlyCollection<string> Stopped { get; init; } = new([]);

    /// <summary>What went wrong in the last pass, each with its id.</summary>
    public ReadOnlyCollection<string> Errors { get; init; } = new([]);

    /// <summary>Kind and interval, as in <c>Cron every 00:05:00</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} every {1:c}", Kind, Interval);
}
