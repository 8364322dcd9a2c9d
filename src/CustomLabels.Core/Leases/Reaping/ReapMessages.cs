using System;
using static System.FormattableString;

namespace CustomLabels.Leases.Reaping;

/// <summary>What the reaper says.</summary>
internal static class ReapMessages
{
    public static string Stopped(ModelLease lease) => $"The model {Name(lease)} was stopped: {Why(lease)}.";

    public static string Off(ModelLease lease, string? status) => $"The model {Name(lease)} is off ({VisibleText.Of(status ?? "deleted")}); its lease is removed.";

    public static string NeverAsked(ModelLease lease) => $"The start of the model {Name(lease)} was prepared and never asked for; its lease is removed.";

    public static string HeldByOther(ModelLease lease, ModelLease other) => $"The model {Name(lease)} is left on: another lease holds it ({other}).";

    public static string Restarted(ModelLease lease) => $"The model {Name(lease)} was stopped and started again by somebody else: it is left alone, and its old lease is removed.";

    public static string Unconfirmed(ModelLease lease) => $"The model {Name(lease)} is off; its start was never confirmed and may still come true, so its lease stays for now.";

    public static string StillStarting(ModelLease lease) => $"The model {Name(lease)} is to be stopped ({Why(lease)}), and the service doesn't stop it while it starts: the next command tries again. {Command(lease)}";

    public static string Overdue(ModelLease lease) =>
        Invariant($"The model {Name(lease)} is on, and was to be stopped at {lease.StopAt:u}. After more than a day somebody may rely on it, so it is left on, and costs money. {Command(lease)} Or keep it: Remove-RKModelLease -Id {lease.Id}");

    public static string WouldStop(ModelLease lease) => $"What if: the model {Name(lease)} would be stopped if it is on: {Why(lease)}.";

    public static string Denied(ModelLease lease, string reason) =>
        $"The model {Name(lease)} is to be stopped ({Why(lease)}), and these credentials can't do it: {Sentence.Of(reason)} {Command(lease)} Use credentials of account {lease.Account}.";

    public static string Unseen(ModelLease lease) => Denied(lease, "they see no such model.");

    public static string Failed(ModelLease lease, string reason) => $"The model {Name(lease)} is to be stopped ({Why(lease)}), and that failed: {Sentence.Of(reason)} {Command(lease)}";

    /// <summary>The command that stops it, as a sentence.</summary>
    public static string Command(ModelLease lease)
    {
        var profile = lease.ProfileName is { } name ? $" -ProfileName '{name.Replace("'", "''")}'" : "";
        return $"To stop it: Stop-RKModel {lease.ProjectVersionArn} -EndpointUrl {lease.EndpointUrl}{VisibleText.Of(profile)}";
    }

    private static string Why(ModelLease lease) => lease.State == LeaseState.Due ? "what it was started for is over"
        : lease.Kind == LeaseKind.Timed || lease.ProcessId is not { } process ? Invariant($"it was started to run until {lease.StopAt:u}")
        : Invariant($"it was started for process {process} of {VisibleText.Of(lease.MachineName)}, which is gone or had until {lease.StopAt:u}");

    private static string Name(ModelLease lease) => $"'{lease.Name}'";
}
