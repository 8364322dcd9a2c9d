using System.Globalization;

namespace CustomLabels;

/// <summary>Whether a model is better than another on the same pictures.</summary>
public sealed record EvaluationComparison
{
    /// <summary>What they were compared by.</summary>
    public ComparisonMetric Metric { get; init; }

    /// <summary>Whether the second is better or worse, or the pictures don't tell.</summary>
    public ComparisonVerdict Verdict { get; init; }

    /// <summary>The figure of the first, 0 to 1, on the pictures that both were measured on.</summary>
    public double Reference { get; init; }

    /// <summary>The figure of the second.</summary>
    public double Difference { get; init; }

    /// <summary>How much more that is than the first's; negative for less.</summary>
    public double Change { get; init; }

    /// <summary>95 % interval of the change, -1 to 1: with 0 in it, the pictures don't tell.</summary>
    public ConfidenceInterval Interval { get; init; } = new(0, 0);

    /// <summary>How many pictures both were measured on.</summary>
    public int Images { get; init; }

    /// <summary>How many pictures only one of them was measured on; they are left out.</summary>
    public int LeftOut { get; init; }

    /// <summary>For <c>exit</c> in a pipeline: 2 where the second is worse, else 0.</summary>
    public int ExitCode => Verdict == ComparisonVerdict.Worse ? 2 : 0;

    /// <inheritdoc/>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}: {1} {2:0.000} to {3:0.000}", Verdict, Metric, Reference, Difference);
}
