using System;
using System.Threading.Tasks;

namespace CustomLabels.Bench.Engine.Rows;

/// <summary>A row of the table: something that is measured and printed beside what is to be reached.</summary>
internal abstract class Row(string name, string title, double minutes)
{
    public string Name { get; } = name;

    public string Title { get; } = title;

    /// <summary>How long it takes, about.</summary>
    public double Minutes { get; } = minutes;

    /// <summary>Whether it runs only when its whole name is given.</summary>
    public bool IsOnlyByName { get; init; }

    public abstract Task RunAsync(Stage stage);

    /// <summary>How much memory, in MB; "-" where the system doesn't tell.</summary>
    protected static string Megabytes(long? kilobytes) => kilobytes is { } known ? FormattableString.Invariant($"{known / 1024.0:0.0}") : "-";
}
