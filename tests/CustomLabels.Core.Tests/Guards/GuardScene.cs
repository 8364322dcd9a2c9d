using System;
using CustomLabels.Guards;

namespace CustomLabels.Core.Tests.Guards;

/// <summary>Guards of which only the paths differ.</summary>
internal static class GuardScene
{
    /// <summary>All that means something to a shell, to cron, to systemd, to XML or to PowerShell, but for what ends a line.</summary>
    public const string Hostile = "/home/o'b \u2019 $(touch x) `id` $HOME ${HOME} %h %% \"q\" <&>]]> ;|# [1] *?~";

    public static GuardPlan Plan(string leases = "/home/x/.local/state/CustomLabels/leases", string shell = "/usr/bin/pwsh", int minutes = 5) =>
        new(new GuardPlace(leases), shell, TimeSpan.FromMinutes(minutes));

    public static ErrorId Refusal(Func<object> write) => Xunit.Assert.Throws<CustomLabelsException>(() => _ = write()).Error.Id;
}
