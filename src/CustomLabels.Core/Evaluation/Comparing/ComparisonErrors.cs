namespace CustomLabels.Evaluation.Comparing;

/// <summary>Errors of comparing.</summary>
internal static class ComparisonErrors
{
    /// <summary>Fewer than two evaluations.</summary>
    public static CustomLabelsError Missing() => new(
        ErrorId.RequestInvalid,
        "Two evaluations are needed.",
        "Give both as -ReferenceObject and -DifferenceObject: what Measure-RKDetection gives, without -PerImage.") { Scope = ErrorScope.Run };

    /// <summary>They were measured in different ways.</summary>
    public static CustomLabelsError NotAlike() => new(
        ErrorId.RequestInvalid,
        "The two were measured with different -IoU or -Method.",
        "Measure both in one way.") { Scope = ErrorScope.Run };

    /// <summary>They are of different pictures.</summary>
    public static CustomLabelsError NothingInCommon() => new(
        ErrorId.NothingToMeasure,
        "No picture was measured for both: they are of different truths, or copies that lost what they were made of.",
        "Measure both models by the same ground truth, in one session.") { Scope = ErrorScope.Run };

    /// <summary>The figure can't be told.</summary>
    public static CustomLabelsError NoFigure(ComparisonMetric metric) => new(
        ErrorId.NothingToMeasure,
        $"{metric} can't be told of both on the pictures that they have in common.",
        "Give another -Metric: Ap50 needs boxes, F1 and Recall need a truth, and Precision needs something that was found.") { Scope = ErrorScope.Run };
}
