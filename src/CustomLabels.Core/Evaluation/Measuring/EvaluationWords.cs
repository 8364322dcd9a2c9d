using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Evaluation.Joining;
using static System.FormattableString;

namespace CustomLabels.Evaluation.Measuring;

/// <summary>Says in words how figures were made, and what is to be minded with them.</summary>
internal static class EvaluationWords
{
    /// <summary>Every choice.</summary>
    public static IReadOnlyList<string> Choices(MeasureOptions options, LabelTable labels)
    {
        var words = new List<string>();
        if (labels.Boxes.Count > 0)
        {
            words.Add(options.Method == EvaluationMethod.Coco
                ? Invariant($"Boxes: as pycocotools. The surest box first takes the best free truth of its label with an overlap (IoU) of at least {options.IoU}; Ap is over overlaps of .5 to .95 at 101 recalls, with up to 100 boxes a label and picture.")
                : Invariant($"Boxes: as PASCAL VOC. A box is held against the truth of its label that it overlaps most, by at least {options.IoU}, edges being pixels; Ap is {(options.Method == EvaluationMethod.Voc ? "all of the area under the curve" : "the mean at 11 recalls")}."));
            words.Add(Invariant($"Confusion matrix: boxes with an overlap over {options.IoU}, pairs of the same label first, then by overlap. Rows: truth, columns: found."));
            words.Add("Intervals of boxes: 95 %, by picture (Wilson's with the design effect), because boxes of one picture are alike.");
        }

        if (labels.Images.Count > 0) words.Add("Labels without boxes: whether they are on the picture; several may be. Ap is scikit-learn's average precision. Intervals: 95 %, Wilson's.");
        words.Add(options.LabelConfidence is null ? "Counts: everything that was answered." : "Counts: what is at least as sure as -LabelConfidence says for its label.");
        words.Add($"Best thresholds: {Goal(options)}; what is at least so sure is kept. They are chosen on these pictures, and so have no interval.");
        if (options.Folds is { } folds) words.Add(Invariant($"Cross-validation: {folds} parts of {(options.IsGrouped ? "groups" : "pictures")}, seed {options.Seed}; each is judged by the threshold that the others choose."));
        words.Add("Macro averages: mean over the labels that the truth has, as the service's summary. Labels that it doesn't have are counted apart.");
        return words;
    }

    /// <summary>What was left out, because truth and answers are not of the same pictures.</summary>
    public static IEnumerable<string> Joined(JoinedImages joined, bool hasPieces)
    {
        if (joined.Unanswered.Count > 0)
            yield return Invariant($"{joined.Unanswered.Count} of {joined.TruthCount} pictures of the truth have no answer ({joined.FailedCount} failed); they are left out. The first is '{VisibleText.Of(joined.Unanswered[0])}'.");
        if (joined.Unknown.Count > 0)
            yield return Invariant($"{joined.Unknown.Count} of {joined.AnswerCount + joined.FailedCount} answers are of pictures without a truth; they are left out. The first is '{VisibleText.Of(joined.Unknown[0])}'.");
        if (hasPieces) yield return "Of single labels (-ExpandLabels) nobody can tell the pictures on which nothing was found; they are left out. Measure results.";
    }

    /// <summary>Why figures are not what they seem.</summary>
    public static IReadOnlyList<string> Warnings(MeasureOptions options, LabelTable labels, IReadOnlyList<MeasuredImage> images, bool isSized)
    {
        var words = new List<string>();
        var own = images.Count(image => image.Answer.LeastConfidence is null);
        var over = images.Count(image => image.Answer.LeastConfidence > 0);
        var cut = images.Count(image => image.Answer.IsCut);
        if (own + over + cut > 0)
            words.Add($"{Parts((own, "answers were made with the model's own thresholds"), (over, "with a MinConfidence over 0"), (cut, "were cut by MaxResults or by thresholds of labels"))}: what is less sure was not seen, and Ap and best thresholds are bounds. Ask with -MinConfidence 0.");
        if (images.Any(image => image.Answer.Labels.Any(label => label.Confidence is null))) words.Add("Some labels have no confidence; they are taken for sure (100), and Ap and thresholds tell little.");
        if (labels.Mixed.Count > 0) words.Add($"'{VisibleText.Of(labels.Mixed[0])}'{(labels.Mixed.Count > 1 ? Invariant($" and {labels.Mixed.Count - 1} more labels") : "")} is measured by boxes, and has none on some pictures; it is left out there.");
        if (!isSized && labels.Boxes.Count > 0) words.Add("The size of some pictures is not known: the figures of small, medium and large objects can't be told.");
        return words;
    }

    private static string Goal(MeasureOptions options) => options.Goal switch
    {
        { MinPrecision: { } precision, MinRecall: { } recall } => Invariant($"the most F1 with a precision of at least {precision} and a recall of at least {recall}"),
        { MinPrecision: { } precision } => Invariant($"the most recall with a precision of at least {precision}"),
        { MinRecall: { } recall } => Invariant($"the most precision with a recall of at least {recall}"),
        _ => "the most F1",
    };

    private static string Parts(params (int Count, string Words)[] parts) => string.Join(", ", parts.Where(part => part.Count > 0).Select(part => Invariant($"{part.Count} {part.Words}")));
}
