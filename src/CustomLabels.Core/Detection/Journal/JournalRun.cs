using System;
using System.Diagnostics;

namespace CustomLabels.Detection.Journal;

/// <summary>A run that writes a journal: one line at its start says who it is.</summary>
/// <param name="Started">When, UTC.</param>
/// <param name="ProcessId">The process.</param>
/// <param name="MachineName">The machine it runs on.</param>
/// <param name="UserName">The account it runs as.</param>
internal sealed record JournalRun(DateTime Started, int ProcessId, string MachineName, string UserName)
{
    /// <summary>This process.</summary>
    public static JournalRun Of(DateTime utcNow)
    {
        using var process = Process.GetCurrentProcess();
        return new JournalRun(utcNow, process.Id, Environment.MachineName, Environment.UserName);
    }
}
