using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace CustomLabels.Scopes;

/// <summary>The scopes that are open in this process, of all its sessions: when the system ends it, they are left before.</summary>
/// <remarks>Static, because signals come to the process. The process is listened for only while a scope is open.</remarks>
internal static class OpenScopes
{
    // What Windows gives a process when its window is closed, its user logs off or the machine shuts down; and no longer than systemd and containers give by default.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(4.5);

    private static readonly object Lock = new();
    private static readonly HashSet<OpenScope> Scopes = [];
    private static IDisposable? _ends;

    /// <summary>Adds a scope before anything is started.</summary>
    public static void Add(OpenScope scope)
    {
        lock (Lock)
        {
            _ends ??= new ProcessEnds(LeaveAll);
            Scopes.Add(scope);
        }
    }

    /// <summary>Takes away a scope that has been left, or that there is no more time for.</summary>
    public static void Remove(OpenScope scope)
    {
        IDisposable? ends = null;
        lock (Lock)
        {
            if (!Scopes.Remove(scope) || Scopes.Count > 0) return;
            ends = _ends;
            _ends = null;
        }

        // Outside of the lock: it waits for a signal that is being handled.
        ends?.Dispose();
    }

    // On the thread that the system tells it on: the process ends when this returns.
    private static void LeaveAll()
    {
        OpenScope[] open;
        lock (Lock)
        {
            open = [.. Scopes];
        }

        var leaving = open.Select(scope => (Scope: scope, Task: scope.LeaveAsync())).ToArray();
        try
        {
            Task.WaitAll([.. leaving.Select(one => one.Task)], Limit);
        }
        catch (AggregateException)
        {
            // Said below, scope by scope.
        }

        foreach (var (scope, task) in leaving)
        {
            if (scope.IsOurs && task.Status != TaskStatus.RanToCompletion) Console.Error.WriteLine(ScopeTexts.NotStopped(scope.Model, task.Exception?.GetBaseException()));
        }
    }
}
