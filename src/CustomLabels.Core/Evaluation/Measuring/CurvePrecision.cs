using CustomLabels.Evaluation.Figures;

namespace CustomLabels.Evaluation.Measuring;

/// <summary>The average precision of a curve in the way of a method.</summary>
internal static class CurvePrecision
{
    /// <summary>Of boxes; not a number without truth.</summary>
    public static double Of(LabelCurve curve, EvaluationMethod method)
    {
        var precisions = curve.Precisions(out var hits);
        return method switch
        {
            EvaluationMethod.Voc => AveragePrecision.OfVoc(precisions, hits, curve.Truth),
            EvaluationMethod.Voc11 => AveragePrecision.OfVoc11(precisions, hits, curve.Truth),
            _ => AveragePrecision.OfCoco(precisions, hits, curve.Truth),
        };
    }

    /// <summary>Of whole pictures, as scikit-learn has it; not a number without truth.</summary>
    public static double OfImages(LabelCurve curve) => AveragePrecision.OfSteps(curve.PrecisionsOfSteps(out var hits), hits, curve.Truth);
}
