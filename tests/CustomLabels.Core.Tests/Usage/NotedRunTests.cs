using System;
using System.Linq;
using System.Threading;
using CustomLabels.Leases;
using CustomLabels.Usage;
using Xunit;
using static CustomLabels.Core.Tests.Usage.UsageScene;

namespace CustomLabels.Core.Tests.Usage;

public sealed class NotedRunTests
{
    [Fact]
    public void A_lease_is_a_run_from_its_start_until_now_with_its_least_units()
    {
        var lease = Lease("10:00") with { MinInferenceUnits = 3 };
        Assert.Equal(new NotedRun(V1, At("10:00"), At("12:30"), 3, UsageSource.Leases), NotedRun.Of(lease, At("12:30")));
        // Overdue, and nobody has stopped it: it costs on.
        Assert.Equal(At("23:00"), NotedRun.Of(lease, At("23:00"))!.To);
    }

    [Fact]
    public void A_lease_whose_start_nothing_has_confirmed_is_none()
    {
        var prepared = ModelLease.Timed(LeasePlace.Of(new Uri("http://127.0.0.1:9/"), V1), At("10:00"), TimeSpan.FromHours(1));
        Assert.All(new[] { prepared, prepared.Asked(At("10:00")), prepared.Asked(At("10:00")).Released(At("11:00"), "lost") }, lease => Assert.Null(NotedRun.Of(lease, At("12:00"))));
    }

    [Fact]
    public void Where_several_are_at_one_time_the_one_with_the_most_units_counts()
    {
        var parts = NotedRun.Parts([Run("10:00", "12:00", 1), Run("11:00", "13:00", 3), Run("11:30", "11:45", 2), Run("14:00", "15:00", 1)], At("00:00"), At("23:00"));
        Assert.Equal(4, parts.Sum(part => part.Hours), 9);
        Assert.Equal(1 + 6 + 1, parts.Sum(part => part.UnitHours), 9);
    }

    [Fact]
    public void Only_what_is_within_the_time_counts_and_a_day_ends_at_midnight()
    {
        var parts = NotedRun.Parts([Run("2026-01-01T22:00:00", "2026-01-04T05:00:00", 1)], At("2026-01-01T23:00:00"), At("2026-01-04T01:00:00"));
        Assert.Equal([("2026-01-01", 1d), ("2026-01-02", 24d), ("2026-01-03", 24d), ("2026-01-04", 1d)], parts.Select(part => ($"{part.Start:yyyy-MM-dd}", part.Hours)));
        Assert.Empty(NotedRun.Parts([Run("10:00", "11:00", 1)], At("11:00"), At("12:00")));
    }

    [Fact]
    public void A_journal_tells_of_a_run_from_its_line_to_the_last_answer_of_each_model()
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("night.jsonl");
        string[] lines =
        [
            """{"Type":"Header","FormatVersion":2,"ModuleVersion":"0.1.0"}""",
            """{"Type":"Run","Started":"2026-01-02T01:00:00Z","ProcessId":1,"MachineName":"m","UserName":"u"}""",
            Image(V1.Text, "01:10", "a"), Image(V2.Text, "01:12", "b"), Image(V1.Text, "01:30", "c"), Failure(V1.Text, "05:00"),
            """{"Type":"Run","Started":"2026-01-02T02:00:00Z","ProcessId":2,"MachineName":"m","UserName":"u"}""",
            Image(V1.Text, "02:05", "d"),
        ];
        System.IO.File.WriteAllText(path, string.Join("\n", lines) + "\n");

        Assert.Equal(
            [(V1, At("01:00"), At("01:30")), (V2, At("01:00"), At("01:12")), (V1, At("02:00"), At("02:05"))],
            JournalRuns.Read(path, CancellationToken.None).Select(run => (run.Arn, run.From, run.To)));
    }

    private static string Image(string arn, string time, string key) =>
        $$$"""{"Type":"Image","Source":{"Bucket":"b","Key":"{{{key}}}","VersionId":"1"},"Request":{"ProjectVersionArn":"{{{arn}}}"},"Answer":{"CustomLabels":[]},"Attempts":1,"DurationMs":5,"Timestamp":"2026-01-02T{{{time}}}:00Z"}""";

    private static string Failure(string arn, string time) => Image(arn, time, "f").Replace("\"Answer\":{\"CustomLabels\":[]}", "\"Error\":{\"Id\":\"RetriesExhausted\",\"Message\":\"x\",\"RecommendedAction\":\"y\"}");

    private static NotedRun Run(string from, string to, int units) => new(V1, At(from), At(to), units, UsageSource.Leases);

    private static ModelLease Lease(string start) => ModelLease.Timed(LeasePlace.Of(new Uri("http://127.0.0.1:9/"), V1), At(start), TimeSpan.FromHours(1)).Confirmed();
}
