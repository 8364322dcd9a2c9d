using System;
using System.Linq;
using System.Text;
using CustomLabels.Guards;
using Xunit;

namespace CustomLabels.Core.Tests.Guards;

public sealed class CronTableTests
{
    // A comment, an assignment, a line with a percent sign, one that is no UTF-8, and one of another guard.
    private static readonly byte[] Others =
    [
        .. Encoding.UTF8.GetBytes("# mine\nMAILTO=\"x\"\n\n0 1 * * * echo 100%\r\n*/5 * * * * 'x' # customlabels-guard-00000000\n5 * * * * echo "), 0xFF, 0xC3, (byte)'\n',
    ];

    [Theory]
    [InlineData(1, "*/1 * * * * ")]
    [InlineData(5, "*/5 * * * * ")]
    [InlineData(60, "0 * * * * ")]
    public void A_line_has_the_minutes_and_they_are_read_back(int minutes, string start)
    {
        var plan = GuardScene.Plan(minutes: minutes);
        Assert.StartsWith($"{start}'/usr/bin/pwsh' '-NoProfile' '-NonInteractive' '-File' '/home/x/.local/state/CustomLabels/leases/guard/guard.ps1' # ", CronTable.Line(plan), StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromMinutes(minutes), CronTable.IntervalOf(CronTable.Line(plan)));
    }

    [Fact]
    public void Registering_twice_is_one_line_and_a_change_stays_in_its_place()
    {
        var once = CronTable.With(Others, GuardScene.Plan());
        Assert.Equal(once, CronTable.With(once, GuardScene.Plan()));
        byte[] followed = [.. once, .. Encoding.UTF8.GetBytes("0 3 * * * later\n")];
        var changed = CronTable.With(followed, GuardScene.Plan(minutes: 10));
        Assert.Equal(Others, changed.Take(Others.Length));
        Assert.EndsWith("0 3 * * * later\n", Encoding.UTF8.GetString(changed), StringComparison.Ordinal);
        Assert.StartsWith("*/10 ", CronTable.Find(changed, GuardScene.Plan().Place), StringComparison.Ordinal);
    }

    [Fact]
    public void Removing_takes_the_guards_line_and_leaves_every_other_byte()
    {
        var place = GuardScene.Plan().Place;
        Assert.Equal(Others, CronTable.Without(CronTable.With(Others, GuardScene.Plan()), place));
        Assert.Equal(Others, CronTable.Without(Others, place));
        Assert.Empty(CronTable.Without(CronTable.With([], GuardScene.Plan()), place));
    }

    [Fact]
    public void A_line_that_somebody_switched_off_is_no_guard_and_is_replaced()
    {
        var place = GuardScene.Plan().Place;
        var off = Encoding.UTF8.GetBytes($"#{CronTable.Line(GuardScene.Plan())}\n");
        Assert.Null(CronTable.Find(off, place));
        Assert.Equal(CronTable.With([], GuardScene.Plan()), CronTable.With(off, GuardScene.Plan()));
    }

    [Fact]
    public void A_percent_sign_is_escaped_for_cron_and_the_shell_gets_it_as_it_is()
    {
        var plan = GuardScene.Plan("/a%b");
        Assert.Contains("'/a\\%b/guard/guard.ps1'", CronTable.Line(plan), StringComparison.Ordinal);
        Assert.Contains("'/a%b/guard/guard.ps1'", CronTable.Command(plan), StringComparison.Ordinal);
    }

    [UnixFact]
    public void The_shell_takes_a_hostile_path_for_one_argument()
    {
        // printf stands for PowerShell, and prints each argument that it gets.
        using var folder = new TemporaryFolder();
        var plan = GuardScene.Plan(GuardScene.Hostile, shell: "/usr/bin/printf");
        var command = CronTable.Command(plan).Replace("'-NoProfile'", "'%s\\n' '-NoProfile'") + $" > {folder.PathOf("said")}";
        folder.Write("run.sh", command);
        folder.Run("sh", "", "run.sh");
        Assert.Equal(["-NoProfile", "-NonInteractive", "-File", plan.Place.Script, ""], System.IO.File.ReadAllText(folder.PathOf("said")).Split('\n'));
        Assert.Single(System.IO.Directory.GetFiles(folder.Path), file => !file.EndsWith("run.sh", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/a\nb")]
    [InlineData("/a\rb")]
    [InlineData("/a\\b")]
    public void A_path_that_cron_can_not_hold_is_refused(string path)
    {
        Assert.Equal(ErrorId.RequestInvalid, GuardScene.Refusal(() => CronTable.Line(GuardScene.Plan(path))));
        Assert.Equal(ErrorId.RequestInvalid, GuardScene.Refusal(() => CronTable.Line(GuardScene.Plan(shell: path))));
    }
}
