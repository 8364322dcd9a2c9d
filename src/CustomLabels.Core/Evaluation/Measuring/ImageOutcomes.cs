using System.Collections.Generic;
using System.Linq;
using CustomLabels.Evaluation.Evidence;

namespace CustomLabels.Evaluation.Measuring;

/// <summary>What came of each label on each picture.</summary>
internal static class ImageOutcomes
{
    /// <summary>The pictures in the order in which they were measured.</summary>
    public static IReadOnlyList<ImageEvaluation> Of(EvaluationEvidence evidence)
    {
        var outcomes = evidence.Images.Select(_ => new List<DetectionOutcome>()).ToArray();
        foreach (var label in evidence.Labels)
        {
            if (label.Boxes is null) AddImageLevel(label, outcomes);
            else AddBoxes(label, evidence, outcomes);
        }

        return evidence.Images.Select((image, i) => new ImageEvaluation
        {
            Image = image.Truth.Image.Length > 0 ? image.Truth.Image : image.Answer.Name,
            LiteralPath = image.Answer.LiteralPath ?? image.Truth.LiteralPath,
            Bucket = image.Answer.Bucket ?? image.Truth.Bucket,
            Key = image.Answer.Key ?? image.Truth.Key,
            Group = image.Answer.Group,
            TruePositives = outcomes[i].Count(outcome => outcome.Kind == OutcomeKind.TruePositive),
            FalsePositives = outcomes[i].Count(outcome => outcome.Kind == OutcomeKind.FalsePositive),
            FalseNegatives = outcomes[i].Count(outcome => outcome.Kind == OutcomeKind.FalseNegative),
            Outcomes = outcomes[i],
        }).ToArray();
    }

    private static void AddBoxes(LabelEvidence label, EvaluationEvidence evidence, List<DetectionOutcome>[] outcomes)
    {
        var boxes = label.Boxes!;
        var isFound = new bool[boxes.Truth.Length];
        for (var i = 0; i < label.Matches.Length && boxes.Found[i].Confidence >= label.Threshold; i++)
        {
            var (found, match) = (boxes.Found[i], label.Matches[i]);
            if (match.IsIgnored) continue;
            if (match.IsTrue) isFound[match.Truth] = true;
            var source = evidence.Images[found.Image].Answer.Labels[found.Source];
            outcomes[found.Image].Add(new DetectionOutcome(match.IsTrue ? OutcomeKind.TruePositive : OutcomeKind.FalsePositive, label.Name, found.Confidence, source.BoundingBox, match.IsTrue ? match.Overlap : null));
        }

        for (var i = 0; i < isFound.Length; i++)
        {
            if (isFound[i] || boxes.Truth[i].IsIgnored) continue;
            var image = boxes.Truth[i].Image;
            outcomes[image].Add(new DetectionOutcome(OutcomeKind.FalseNegative, label.Name, Confidence: null, evidence.Images[image].Truth.Labels[boxes.Truth[i].Source].BoundingBox, Overlap: null));
        }
    }

    private static void AddImageLevel(LabelEvidence label, List<DetectionOutcome>[] outcomes)
    {
        var isFound = new bool[outcomes.Length];
        for (int i = 0, end = label.Curve.EndOf(label.Threshold); i < end; i++)
        {
            isFound[label.Curve.Images[i]] = true;
            outcomes[label.Curve.Images[i]].Add(new DetectionOutcome(label.Curve.IsTrue[i] ? OutcomeKind.TruePositive : OutcomeKind.FalsePositive, label.Name, label.Curve.Confidences[i], BoundingBox: null, Overlap: null));
        }

        foreach (var image in label.Curve.TruthImages)
        {
            if (!isFound[image]) outcomes[image].Add(new DetectionOutcome(OutcomeKind.FalseNegative, label.Name, Confidence: null, BoundingBox: null, Overlap: null));
        }
    }
}
