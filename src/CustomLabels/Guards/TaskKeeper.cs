using System;
using System.Collections.Generic;
using System.IO;
using System.Security.Principal;
using System.Text;

namespace CustomLabels.Guards;

/// <summary>The Task Scheduler of Windows, by a task in its folder CustomLabels.</summary>
/// <param name="programs">Runs schtasks.</param>
internal sealed class TaskKeeper(SystemProgram programs) : IGuardKeeper
{
    private const string Schtasks = "schtasks";
    private static readonly TimeSpan LongestPass = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    /// <inheritdoc/>
    public GuardKind Kind => GuardKind.ScheduledTask;

    /// <inheritdoc/>
    public string Preview(GuardPlan plan) => $"Task {TaskOf(plan.Place)}:\n{TaskDefinition.Of(plan, UserSid())}\n";

    /// <inheritdoc/>
    public void Install(GuardPlan plan)
    {
        // schtasks reads a definition from a file only.
        var file = Path.Combine(plan.Place.Folder, "task.xml");
        try
        {
            File.WriteAllText(file, TaskDefinition.Of(plan, UserSid()), Encoding.Unicode);
            Require(Run("/Create", "/TN", TaskOf(plan.Place), "/XML", file, "/F"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw programs.Unavailable(e.Message);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <inheritdoc/>
    public string Pass(GuardPlan plan)
    {
        var result = Run("/Run", "/TN", TaskOf(plan.Place));
        if (result.ExitCode != 0) return result.Reason;
        // schtasks doesn't wait for the task's end.
        for (var waited = TimeSpan.Zero; waited < LongestPass && !File.Exists(plan.Place.Pass); waited += Look)
        {
            if (programs.Stopped.WaitHandle.WaitOne(Look)) throw new OperationCanceledException(programs.Stopped);
        }

        return FormattableString.Invariant($"the task was started, and has noted nothing within {LongestPass.TotalMinutes} minutes");
    }

    /// <inheritdoc/>
    public ModelGuard? Find(GuardPlace place)
    {
        if (SystemProgram.Find(Schtasks) is null) return null;
        var result = Run("/Query", "/TN", TaskOf(place), "/XML", "ONE");
        // What is asked for is ASCII, whatever code page it is printed in; NUL is the other half of UTF-16.
        if (result.ExitCode != 0 || TaskDefinition.Read(Encoding.UTF8.GetString(result.Output).Replace("\0", "")) is not { } task) return null;
        return new ModelGuard(Kind) { Interval = task.Interval, Command = task.Command, Path = TaskOf(place) };
    }

    /// <inheritdoc/>
    public void Remove(GuardPlace place) => Require(Run("/Delete", "/TN", TaskOf(place), "/F"));

    /// <inheritdoc/>
    public IEnumerable<string> Warnings() => [];

    private static string TaskOf(GuardPlace place) => $@"\CustomLabels\{place.Name}";

    private string UserSid()
    {
#if NET
        if (!OperatingSystem.IsWindows()) throw programs.Unavailable("only Windows has a Task Scheduler.");
#else
        if (Path.DirectorySeparatorChar != '\\') throw programs.Unavailable("only Windows has a Task Scheduler.");
#endif
        using var user = WindowsIdentity.GetCurrent();
        return user.User?.Value ?? throw programs.Unavailable("this account has no SID.");
    }

    private ProgramResult Run(params string[] arguments) => programs.Run(Schtasks, arguments);

    private void Require(ProgramResult result)
    {
        if (result.ExitCode != 0)
            throw programs.Unavailable($"schtasks: {Sentence.Of(result.Reason)} A task that also runs while you are logged off may need an elevated PowerShell, and the right to log on as a batch job.");
    }
}
