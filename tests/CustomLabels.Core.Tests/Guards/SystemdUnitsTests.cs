using System;
using CustomLabels.Guards;
using Xunit;

namespace CustomLabels.Core.Tests.Guards;

public sealed class SystemdUnitsTests
{
    [Fact]
    public void A_service_makes_one_pass()
    {
        var service = SystemdUnits.Service(GuardScene.Plan());
        Assert.Contains("\nType=oneshot\n", service, StringComparison.Ordinal);
        Assert.Equal(
            "\"/usr/bin/pwsh\" \"-NoProfile\" \"-NonInteractive\" \"-File\" \"/home/x/.local/state/CustomLabels/leases/guard/guard.ps1\"", SystemdUnits.CommandOf(service));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(60)]
    public void A_timer_has_the_interval_and_it_is_read_back(int minutes)
    {
        var timer = SystemdUnits.Timer(GuardScene.Plan(minutes: minutes));
        Assert.Contains("\nPersistent=true\n", timer, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromMinutes(minutes), SystemdUnits.IntervalOf(timer));
    }

    [Fact]
    public void A_hostile_path_stays_one_quoted_word_of_one_line()
    {
        var plan = GuardScene.Plan(GuardScene.Hostile + "\\", shell: "/opt/$x/%h/\"/pwsh");
        var line = Assert.Single(SystemdUnits.Service(plan).Split('\n'), one => one.StartsWith("ExecStart=", StringComparison.Ordinal));
        // In the program's path no variable is put in, and two dollars would be two.
        Assert.StartsWith("ExecStart=\"/opt/$x/%%h/\\\"/pwsh\" ", line, StringComparison.Ordinal);
        Assert.EndsWith(
            "\"/home/o'b \u2019 $$(touch x) `id` $$HOME $${HOME} %%h %%%% \\\"q\\\" <&>]]> ;|# [1] *?~\\\\/guard/guard.ps1\"", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/a\nExecStart=/bin/sh")]
    [InlineData("/a\u0007b")]
    public void A_path_with_a_control_character_is_refused(string path)
    {
        Assert.Equal(ErrorId.RequestInvalid, GuardScene.Refusal(() => SystemdUnits.Service(GuardScene.Plan(path))));
        Assert.Equal(ErrorId.RequestInvalid, GuardScene.Refusal(() => SystemdUnits.Service(GuardScene.Plan(shell: path))));
    }
}
