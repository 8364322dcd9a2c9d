using System;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using CustomLabels.Binding;
using CustomLabels.Models;
using CustomLabels.Time;

namespace CustomLabels.Completion;

/// <summary>The PowerShell session that a completer is called in, and what completers keep there. Only for the engine's own thread.</summary>
internal static class CompletionSession
{
    private static readonly ConditionalWeakTable<Runspace, AnswerCache<Model>> Models = new();
    private static readonly ConditionalWeakTable<Runspace, AnswerCache<Project>> Projects = new();

    /// <summary>The models that this session knows.</summary>
    public static AnswerCache<Model> KnownModels => Models.GetValue(Runspace.DefaultRunspace, static _ => new AnswerCache<Model>(new SystemClock()));

    /// <summary>The projects that this session knows.</summary>
    public static AnswerCache<Project> KnownProjects => Projects.GetValue(Runspace.DefaultRunspace, static _ => new AnswerCache<Project>(new SystemClock()));

    /// <summary>A path of PowerShell's as a path of the file system.</summary>
    /// <exception cref="NotSupportedException">It is on a drive of another kind, or on none.</exception>
    public static string FullPath(string path) => PathResolver.FullPath(State(), path, static reason => new NotSupportedException(reason));

    /// <summary>The session's own, where Tab was pressed.</summary>
    /// <remarks>A completer is handed no session, and this is the one way to it that works on Windows PowerShell too.</remarks>
    public static SessionState State()
    {
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        return shell.AddScript("$ExecutionContext").Invoke<EngineIntrinsics>().Single().SessionState;
    }
}
