using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Evaluation.Evidence;
using CustomLabels.Evaluation.Figures;
using CustomLabels.Evaluation.Joining;
using CustomLabels.Evaluation.Matching;

namespace CustomLabels.Evaluation.Measuring;

/// <summary>Makes all figures of pictures that have a truth and an answer.</summary>
/// <param name="options">How.</param>
internal sealed class DetectionMeasurer(MeasureOptions options)
{
    private const double Half = 0.5;

    /// <summary>Measures.</summary>
    /// <param name="joined">The pictures.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.NothingToMeasure"/>; <see cref="ErrorId.RequestInvalid"/>: VOC without sizes.</exception>
    public DetectionEvaluation Measure(JoinedImages joined)
    {
        if (joined.Images.Count == 0) throw new CustomLabelsException(EvaluationErrors.Nothing(joined));
        var groups = options.IsGrouped
            ? joined.Images.GroupBy(image => image.Answer.Group ?? "", StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => Measure(group.ToArray()) with { Group = group.Key, TruthImages = group.Count(), AnsweredImages = group.Count() }).ToArray()
            : [];
        return Measure(joined.Images) with
        {
            TruthImages = joined.TruthCount,
            AnsweredImages = joined.AnswerCount,
            FailedImages = joined.FailedCount,
            Unanswered = joined.Unanswered,
            Unknown = joined.Unknown,
            Groups = groups,
        };
    }

    private DetectionEvaluation Measure(IReadOnlyList<MeasuredImage> given)
    {
        // Equal confidences are ranked by picture: in COCO's own program by number.
        var images = given.All(image => image.Truth.Number is not null) ? given.OrderBy(image => image.Truth.Number).ToArray() : given;
        if (options.Method != EvaluationMethod.Coco && images.FirstOrDefault(image => image.Size is null) is { } unsized) throw new CustomLabelsException(EvaluationErrors.SizeMissing(unsized.Truth.Image));
        var table = new LabelTable(images);
        var set = SetBuilder.Of(images, table);
        var evidence = Evidence(images, table, set);
        var rows = new LabelRows(options, images);
        var coco = options.Method == EvaluationMethod.Coco ? CocoFigures.Of(set) : null;
        var labels = evidence.Labels.Select((label, i) => rows.Of(label, coco is not null && i < table.Boxes.Count ? coco.ByLabel[i] : null)).ToArray();
        var withTruth = labels.Where(label => label.Truth > 0).OrderBy(label => label.Name, StringComparer.Ordinal).ToArray();
        var isSized = images.All(image => image.Size is not null);
        var figures = coco?.All ?? VocFigures(evidence);
        double? Figure(int place, bool needsSize = false) => figures.Length <= place || double.IsNaN(figures[place]) || (needsSize && !isSized) ? null : figures[place];
        return new DetectionEvaluation
        {
            Images = images.Count,
            IoU = options.IoU,
            Method = options.Method,
            Ap = Figure(0),
            Ap50 = Figure(1),
            Ap75 = Figure(2),
            ApSmall = Figure(3, needsSize: true),
            ApMedium = Figure(4, needsSize: true),
            ApLarge = Figure(5, needsSize: true),
            Ar1 = Figure(6),
            Ar10 = Figure(7),
            Ar100 = Figure(8),
            ArSmall = Figure(9, needsSize: true),
            ArMedium = Figure(10, needsSize: true),
            ArLarge = Figure(11, needsSize: true),
            Labels = withTruth,
            LabelsWithoutTruth = labels.Where(label => label.Truth == 0).OrderBy(label => label.Name, StringComparer.Ordinal).ToArray(),
            MacroAverage = EvaluationAverages.Macro(withTruth.Select(label => new EvaluationAverage(label.Precision, label.Recall, label.F1))),
            MicroAverage = EvaluationAverages.Micro(withTruth),
            CrossValidated = options.Folds is null ? null : EvaluationAverages.Macro(withTruth.Select(label => label.CrossValidated).OfType<EvaluationAverage>()),
            ConfusionMatrix = table.Boxes.Count == 0 ? null : new ConfusionMatrix(table.Boxes, Confusion(evidence, table, images.Count).Counts),
            Thresholds = withTruth.Where(label => label.BestThreshold is not null).ToDictionary(label => label.Name, label => label.BestThreshold!.Value, StringComparer.Ordinal),
            Choices = EvaluationWords.Choices(options, table),
            Warnings = EvaluationWords.Warnings(options, table, images, isSized),
            Evidence = evidence,
        };
    }

    private EvaluationEvidence Evidence(IReadOnlyList<MeasuredImage> images, LabelTable table, EvaluationSet set)
    {
        var labels = new List<LabelEvidence>();
        for (var i = 0; i < table.Boxes.Count; i++)
        {
            var boxes = set.ByLabel[i];
            var matches = Match(boxes, options.IoU);
            var curve = CurveBuilder.Of(boxes, matches);
            labels.Add(new LabelEvidence(table.Boxes[i], curve, options.ThresholdOf(table.Boxes[i]))
            {
                Curve50 = options.IoU == Half ? curve : CurveBuilder.Of(boxes, Match(boxes, Half)),
                Boxes = boxes,
                Matches = matches,
            });
        }

        labels.AddRange(CurveBuilder.OfImages(images, table.Images).Select((curve, i) => new LabelEvidence(table.Images[i], curve, options.ThresholdOf(table.Images[i]))));
        return new EvaluationEvidence(images, labels);
    }

    private Match[] Match(LabelBoxes boxes, double least) => options.Method == EvaluationMethod.Coco ? CocoMatcher.Match(boxes, least) : VocMatcher.Match(boxes, least);

    private double[] VocFigures(EvaluationEvidence evidence) =>
        [MeanOf(evidence, label => label.Curve), MeanOf(evidence, label => label.Curve50!), MeanOf(evidence, label => CurveBuilder.Of(label.Boxes!, Match(label.Boxes!, 0.75)))];

    private double MeanOf(EvaluationEvidence evidence, Func<LabelEvidence, LabelCurve> curve) =>
        evidence.Labels.Where(label => label.Boxes is not null).Select(label => CurvePrecision.Of(curve(label), options.Method)).Where(figure => !double.IsNaN(figure)).DefaultIfEmpty(double.NaN).Average();

    private ConfusionPairs Confusion(EvaluationEvidence evidence, LabelTable table, int imageCount)
    {
        var pairs = new ConfusionPairs(table.Boxes.Count, options.IoU);
        var truth = new List<TruthBox>[imageCount];
        var found = new List<FoundBox>[imageCount];
        for (var i = 0; i < imageCount; i++) (truth[i], found[i]) = ([], []);
        for (var i = 0; i < table.Boxes.Count; i++)
        {
            var label = evidence.Labels[i];
            foreach (var box in label.Boxes!.Truth)
            {
                if (!box.IsIgnored) truth[box.Image].Add(box);
            }

            for (var j = 0; j < label.Matches.Length && label.Boxes.Found[j].Confidence >= label.Threshold; j++)
            {
                if (!label.Matches[j].IsIgnored) found[label.Boxes.Found[j].Image].Add(label.Boxes.Found[j]);
            }
        }

        for (var i = 0; i < imageCount; i++) pairs.Add(truth[i], found[i]);
        return pairs;
    }
}
