using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Evaluation.Figures;

namespace CustomLabels.Evaluation.Measuring;

/// <summary>Averages over labels.</summary>
internal static class EvaluationAverages
{
    /// <summary>Each label as heavy as the other, as the service's summary has it. What can't be told of a label is left out.</summary>
    public static EvaluationAverage Macro(IEnumerable<EvaluationAverage> labels)
    {
        var list = labels.ToArray();
        double? Mean(Func<EvaluationAverage, double?> figure) => list.Select(figure).Average();
        return new EvaluationAverage(Mean(label => label.Precision), Mean(label => label.Recall), Mean(label => label.F1));
    }

    /// <summary>Of all counts together.</summary>
    public static EvaluationAverage Micro(IEnumerable<LabelEvaluation> labels) =>
        Of(labels.Aggregate(default(Counts), (sum, label) => sum + new Counts(label.TruePositives, label.FalsePositives, label.FalseNegatives)));

    /// <summary>Of one label.</summary>
    public static EvaluationAverage Of(Counts counts) => new(counts.Precision, counts.Recall, counts.F1);
}
