using System;
using System.Diagnostics;
using CustomLabels.Leases;
using CustomLabels.Leases.Identity;
using Xunit;

namespace CustomLabels.Core.Tests.Leases;

public sealed class LeaseJudgeTests : IDisposable
{
    private readonly LeaseScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData("http://127.0.0.1:8080/", "us-east-1", "123456789012", nameof(LeaseVerdict.Due))]
    [InlineData("http://127.0.0.1:8080/", "us-east-1", null, nameof(LeaseVerdict.Due))]
    [InlineData("http://127.0.0.1:8081/", "us-east-1", "123456789012", nameof(LeaseVerdict.NotOurs))]
    [InlineData("https://rekognition.us-east-1.amazonaws.com/", "us-east-1", "123456789012", nameof(LeaseVerdict.NotOurs))]
    [InlineData("http://127.0.0.1:8080/", "eu-west-1", "123456789012", nameof(LeaseVerdict.NotOurs))]
    [InlineData("http://127.0.0.1:8080/", "us-east-1", "210987654321", nameof(LeaseVerdict.NotOurs))]
    public void A_lease_never_reaches_another_endpoint_region_or_account(string endpoint, string region, string? account, string verdict) =>
        Assert.Equal(verdict, _scene.Judge(endpoint: endpoint, region: region, account: account).Judge(_scene.Scope(), _scene.Clock.UtcNow).ToString());

    [Theory]
    [InlineData(LeaseScene.MachineId, "boot", "pid:[4026531836]", "1000", true)]
    [InlineData("other", "boot", "pid:[4026531836]", "1000", false)]
    [InlineData(LeaseScene.MachineId, "other", "pid:[4026531836]", "1000", false)]
    [InlineData(LeaseScene.MachineId, "boot", "pid:[4026532000]", "1000", false)]
    [InlineData(LeaseScene.MachineId, "boot", "pid:[4026531836]", "0", false)]
    [InlineData(LeaseScene.MachineId, null, "pid:[4026531836]", "1000", false)]
    public void Only_on_the_same_machine_boot_namespace_and_user_a_process_is_seen_to_be_gone(string machine, string? boot, string space, string user, bool isSeen)
    {
        var here = new HostIdentity(machine, boot, space, user);
        // A boot that isn't known is none, also beside another of the same.
        var lease = _scene.Scope() with { Host = boot is null ? here : LeaseScene.Host };
        var judge = _scene.Judge(here);
        Assert.Equal(isSeen ? LeaseVerdict.Due : LeaseVerdict.Held, judge.Judge(lease, _scene.Clock.UtcNow));
        Assert.Equal(LeaseVerdict.Due, judge.Judge(lease, lease.StopAt));
    }

    [Theory]
    [InlineData("700", 0, nameof(LeaseVerdict.Held))]
    [InlineData("700", 1e6, nameof(LeaseVerdict.Held))]
    [InlineData("700", -1e6, nameof(LeaseVerdict.Held))]
    [InlineData("701", 0, nameof(LeaseVerdict.Due))]
    [InlineData("", 0, nameof(LeaseVerdict.Held))]
    [InlineData("", 13, nameof(LeaseVerdict.Due))]
    [InlineData(null, 0, nameof(LeaseVerdict.Due))]
    public void A_process_that_lives_here_holds_its_scope_whatever_the_clock_says_and_another_of_its_number_does_not(string? start, double hours, string verdict)
    {
        if (start is not null) _scene.Processes[7] = start;
        Assert.Equal(verdict, _scene.Judge().Judge(_scene.Scope(), _scene.Clock.UtcNow.AddHours(hours)).ToString());
    }

    [Theory]
    [InlineData(0.9, nameof(LeaseVerdict.Held))]
    [InlineData(1, nameof(LeaseVerdict.Due))]
    [InlineData(25, nameof(LeaseVerdict.Due))]
    [InlineData(25.1, nameof(LeaseVerdict.Overdue))]
    public void A_timed_lease_goes_by_the_time_alone(double hours, string verdict) =>
        Assert.Equal(verdict, _scene.Judge().Judge(_scene.Timed(hours: 1), _scene.Clock.UtcNow.AddHours(hours)).ToString());

    [Fact]
    public void A_scope_that_ended_without_a_stop_is_due_at_once_though_its_process_lives()
    {
        _scene.Processes[7] = "700";
        var lease = _scene.Scope().Released(_scene.Clock.UtcNow, "no network");
        Assert.Equal(LeaseVerdict.Due, _scene.Judge().Judge(lease, _scene.Clock.UtcNow));
        Assert.Equal(LeaseVerdict.Overdue, _scene.Judge().Judge(lease, _scene.Clock.UtcNow.AddHours(24.1)));
    }

    [Fact]
    public void This_process_is_seen_to_live_and_one_that_has_ended_to_be_gone()
    {
        var lease = ModelLease.Scope(LeaseScene.Place, DateTime.UtcNow, TimeSpan.FromHours(1));
        Assert.Equal(LeaseVerdict.Held, LeaseJudge.Here(connection: null).Judge(lease, DateTime.UtcNow.AddDays(40)));

        using var ended = Process.Start(new ProcessStartInfo(Environment.OSVersion.Platform == PlatformID.Win32NT ? "hostname" : "true") { UseShellExecute = false })!;
        ended.WaitForExit();
        Assert.Null(HostIdentity.ProcessStart(ended.Id));
    }

    [Theory]
    [InlineData("1 (a) b) S 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 4711 0", "4711")]
    [InlineData("1 (pwsh) Z 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 4711 0", null)]
    [InlineData("1 (pwsh) S", "")]
    public void A_process_that_has_ended_and_is_not_collected_is_gone(string stat, string? start) => Assert.Equal(start, LinuxHost.StartOf(stat));

    [Fact]
    public void What_identifies_this_machine_says_nothing_of_it()
    {
        var here = HostIdentity.Here();
        Assert.Equal(here, HostIdentity.Here());
        Assert.NotNull(here.User);
        if (System.IO.File.Exists("/etc/machine-id")) Assert.DoesNotContain(System.IO.File.ReadAllText("/etc/machine-id").Trim() + "\n", here.MachineId + "\n", StringComparison.Ordinal);
    }
}
