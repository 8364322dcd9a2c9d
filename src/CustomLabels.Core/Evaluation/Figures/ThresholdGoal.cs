namespace CustomLabels.Evaluation.Figures;

/// <summary>What a threshold is to reach.</summary>
/// <param name="MinPrecision">The most recall with at least this precision, 0 to 1; null for no such goal.</param>
/// <param name="MinRecall">The most precision with at least this recall, 0 to 1; null for no such goal. With neither goal: the most F1.</param>
internal sealed record ThresholdGoal(double? MinPrecision, double? MinRecall)
{
    /// <summary>The most F1.</summary>
    public static readonly ThresholdGoal F1 = new(MinPrecision: null, MinRecall: null);

    /// <summary>What is to be as large as it can be; null where counts don't reach the goal.</summary>
    public double? Worth(Counts counts)
    {
        if (MinPrecision is { } precision && !(counts.Precision >= precision)) return null;
        if (MinRecall is { } recall && !(counts.Recall >= recall)) return null;
        return MinPrecision is not null && MinRecall is not null ? counts.F1 : MinPrecision is not null ? counts.Recall : MinRecall is not null ? counts.Precision : counts.F1;
    }
}
