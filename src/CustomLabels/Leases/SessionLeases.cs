using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using CustomLabels.Leases.Reaping;
using CustomLabels.Time;

namespace CustomLabels.Leases;

/// <summary>What a PowerShell session remembers of looking after leases: when it did, and what is not said yet. Safe for concurrent use.</summary>
/// <remarks>One a runspace, never a static list: ForEach-Object -Parallel and jobs share statics.</remarks>
internal sealed class SessionLeases
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private static readonly ConditionalWeakTable<Runspace, SessionLeases> Sessions = new();

    private readonly SystemClock _clock = new();
    private readonly Dictionary<LeaseConnection, TimeSpan> _passes = [];
    private readonly HashSet<(ReapOutcome Outcome, string Subject)> _said = [];
    private readonly ConcurrentQueue<ReapReport> _reports = new();

    /// <summary>Those of the session that runs the present command.</summary>
    public static SessionLeases Current => Sessions.GetValue(Runspace.DefaultRunspace, static _ => new SessionLeases());

    /// <summary>Whether a pass is due: one a minute and connection is enough.</summary>
    public bool MayPass(LeaseConnection connection)
    {
        lock (_passes)
        {
            var now = _clock.Elapsed;
            if (_passes.TryGetValue(connection, out var last) && now - last < Interval) return false;
            _passes[connection] = now;
            return true;
        }
    }

    /// <summary>Keeps what a pass has to say until a command can say it.</summary>
    public void Add(ReapReport report)
    {
        lock (_said)
        {
            if (report.IsLasting && !_said.Add((report.Outcome, report.Lease?.Id ?? report.Message))) return;
        }

        _reports.Enqueue(report);
    }

    /// <summary>What is to be said next; false when there is nothing.</summary>
    public bool TryTake(out ReapReport report) => _reports.TryDequeue(out report!);
}
