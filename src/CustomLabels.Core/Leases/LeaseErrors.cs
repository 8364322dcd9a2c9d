using System;

namespace CustomLabels.Leases;

/// <summary>What can be wrong with leases.</summary>
internal static class LeaseErrors
{
    /// <summary>No lease can be written; so nothing may be started.</summary>
    /// <param name="path">The folder, or the file.</param>
    /// <param name="reason">Why, as a sentence.</param>
    public static CustomLabelsError WriteFailed(string path, string reason) => new(
        ErrorId.LeaseWriteFailed,
        $"No lease can be kept in '{VisibleText.Of(path)}': {Sentence.Of(reason)} Nothing was started.",
        $"Correct that, or name another folder of your own with -LeasePath or the environment variable {LeaseFolder.Variable}.") { Scope = ErrorScope.Run };

    /// <summary>The folder can't be read.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="reason">Why, as a sentence.</param>
    public static CustomLabelsError Unreadable(string path, string reason) => new(
        ErrorId.LeaseUnreadable,
        $"The leases in '{VisibleText.Of(path)}' are not read: {Sentence.Of(reason)}",
        $"Correct that, or name another folder with -LeasePath or the environment variable {LeaseFolder.Variable}.") { Scope = ErrorScope.Run };

    /// <summary>There is no lease of that id, or of that model.</summary>
    /// <param name="what">The id, name or ARN.</param>
    /// <param name="path">The folder.</param>
    public static CustomLabelsError NotFound(string what, string path) => new(
        ErrorId.LeaseNotFound,
        $"There is no lease for '{VisibleText.Of(what)}' in '{VisibleText.Of(path)}'.",
        "Check the name: Get-RKModelLease lists the leases. A model that was started without -StopAfter, or elsewhere, has none.");

    /// <summary>A model that a lease has left behind is not stopped.</summary>
    /// <param name="message">What stands in the way, and how to stop it.</param>
    public static CustomLabelsError NotStopped(string message) => new(
        ErrorId.ModelNotStoppable, message, "Correct that and run Stop-RKModel -Expired again, or stop the model by its name.") { Scope = ErrorScope.Model };

    /// <summary>What to warn of when leases lie on a share.</summary>
    /// <param name="path">The folder.</param>
    public static string OnNetwork(string path) =>
        $"The leases in '{VisibleText.Of(path)}' are on a network file system, whose locks may not hold between machines: two processes that start or stop one model at once may not see each other. Name a local folder with -LeasePath or {LeaseFolder.Variable}.";

    /// <summary>What to warn of when a file is no lease.</summary>
    /// <param name="path">The file.</param>
    /// <param name="reason">Why, as a sentence.</param>
    public static string Damaged(string path, string reason) =>
        $"'{VisibleText.Of(path)}' is passed over: {Sentence.Of(reason)} If a model may run because of it, look with Get-RKModel and stop it by its name; then delete the file.";

    internal static FormatException Newer(int version) => new(FormattableString.Invariant($"it is a lease of format {version}, which a newer version of this module wrote."));
}
