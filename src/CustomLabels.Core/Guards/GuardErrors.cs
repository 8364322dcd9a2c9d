using System;

namespace CustomLabels.Guards;

/// <summary>What can be wrong with guards.</summary>
internal static class GuardErrors
{
    /// <summary>The system has nothing of the kind, or doesn't let this account use it.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="reason">What is missing, as a sentence.</param>
    public static CustomLabelsError Unavailable(GuardKind kind, string reason) => new(
        ErrorId.GuardUnavailable,
        $"{kind} can't be used for a guard here: {Sentence.Of(reason)}",
        "Correct that, or give another -Kind. Without a guard, have a job of your own run 'Stop-RKModel -Expired' every few minutes.") { Scope = ErrorScope.Run };

    /// <summary>It is installed, and its first pass left no result.</summary>
    /// <param name="guard">The name of what is installed.</param>
    /// <param name="reason">What is known of it, as a sentence.</param>
    public static CustomLabelsError PassFailed(string guard, string reason) => new(
        ErrorId.GuardPassFailed,
        $"The guard '{VisibleText.Of(guard)}' is installed, and its first pass has left no result: {Sentence.Of(reason)} So nothing is known to stop a model.",
        "Run the command that the guard shows by hand, and correct what it says; then register it again. Unregister-RKModelGuard removes it.") { Scope = ErrorScope.Run };

    /// <summary>A path can't be written so that the system reads that path and nothing else.</summary>
    /// <param name="path">The path.</param>
    /// <param name="reason">Why, without a full stop.</param>
    public static CustomLabelsError PathRefused(string path, string reason) => new(
        ErrorId.RequestInvalid,
        $"'{VisibleText.Of(path)}' can't be written into what the system runs: {reason}.",
        "Give another -Kind, name another folder with -LeasePath, or have PowerShell or the module at another path.") { Scope = ErrorScope.Run };

    /// <summary>The interval is none that all schedulers understand.</summary>
    /// <param name="interval">The interval.</param>
    public static CustomLabelsError IntervalInvalid(TimeSpan interval) => new(
        ErrorId.RequestInvalid,
        FormattableString.Invariant($"-Interval is {interval:c}. Allowed: 1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30 or 60 minutes, as a TimeSpan such as 0:05:00 or in seconds."),
        "Give one of these: every scheduler keeps them.") { Scope = ErrorScope.Run };
}
