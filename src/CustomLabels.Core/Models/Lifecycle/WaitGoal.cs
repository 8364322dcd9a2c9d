using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Api.Generated;

namespace CustomLabels.Models.Lifecycle;

/// <summary>What is waited for.</summary>
/// <param name="Statuses">The statuses, any of them; null for one that doesn't change by itself.</param>
/// <param name="Timeout">How long at most; null for an hour, or 26 where a training or a copy is under way.</param>
/// <param name="Before">The status from before a change that was accepted: as long as that can stay out of sight, it doesn't count. Null where no change is known of.</param>
internal sealed record WaitGoal(IReadOnlyList<string>? Statuses, TimeSpan? Timeout, string? Before = null)
{
    private static readonly TimeSpan Short = TimeSpan.FromHours(1);
    private static readonly TimeSpan Long = TimeSpan.FromHours(26);

    // Nobody says that something was changed just now, and a change may be seen late.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(15);

    /// <summary>Whether it is waited for the model's end.</summary>
    public bool IsDeletion(string? lastStatus) => lastStatus == ProjectVersionStatus.Deleting || Statuses?.Contains(ProjectVersionStatus.Deleting, StringComparer.Ordinal) == true;

    /// <summary>How long it is waited at most.</summary>
    /// <param name="isLong">Whether a training or a copy was seen under way.</param>
    public TimeSpan Limit(bool isLong) => Timeout ?? (isLong ? Long : Short);

    /// <summary>What a status means.</summary>
    /// <param name="status">The status.</param>
    /// <param name="waited">How long it has been waited.</param>
    /// <param name="hasMoved">Whether a change was seen under way: then what settles is its end.</param>
    public WaitVerdict Judge(string? status, TimeSpan waited, bool hasMoved)
    {
        if (Statuses?.Contains(status, StringComparer.Ordinal) == true) return WaitVerdict.Reached;
        if (StatusKind.IsUnderWay(status)) return WaitVerdict.Pending;
        if (!hasMoved && MayBeOld(status, waited)) return WaitVerdict.Pending;
        if (StatusKind.IsFailure(status)) return WaitVerdict.Failed;
        return Statuses is null ? WaitVerdict.Reached : WaitVerdict.SettledElsewhere;
    }

    private bool MayBeOld(string? status, TimeSpan waited)
    {
        if (Before is not null) return status == Before && waited < Polling.Patience;
        return waited < Grace && !StatusKind.RulesOutStart(status) && (WaitsFor(ProjectVersionStatus.Running, ProjectVersionStatus.Starting)
            ? !StatusKind.IsOn(status)
            : WaitsFor(ProjectVersionStatus.Stopped, ProjectVersionStatus.Stopping) && StatusKind.IsOn(status));
    }

    private bool WaitsFor(string one, string other) => Statuses?.Any(status => status == one || status == other) == true;
}
