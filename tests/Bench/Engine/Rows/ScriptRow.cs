using System;
using System.Globalization;
using System.Threading.Tasks;

namespace CustomLabels.Bench.Engine.Rows;

/// <summary>A script of its own that says what it found and what it reached.</summary>
/// <param name="name">The row's name.</param>
/// <param name="title">What it does.</param>
/// <param name="minutes">How long it takes.</param>
/// <param name="script">The script, below the benchmarks' folder.</param>
/// <param name="count">The parameter that says how much.</param>
/// <param name="of">How much of it.</param>
internal sealed class ScriptRow(string name, string title, double minutes, string script, string count, int of) : Row(name, title, minutes)
{
    public override async Task RunAsync(Stage stage)
    {
        using var shell = Child.Start(
            stage.Shell, ["-NoProfile", "-NonInteractive", "-File", stage.In("tests", "Bench", script), $"-{count}", stage.Scaled(of).ToString(CultureInfo.InvariantCulture)], stage.Stop);
        var said = await shell.HearAsync<Said>(TimeSpan.FromHours(2));
        foreach (var found in said.Found) Report.Line($"  {found}");
        foreach (var goal in said.Goals) Report.Goal(goal.Reached, $"{goal.Text}");
    }

    private sealed record Said(string[] Found, Goal[] Goals);

    private sealed record Goal(bool Reached, string Text);
}
