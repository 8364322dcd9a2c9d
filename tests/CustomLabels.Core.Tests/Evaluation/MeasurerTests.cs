using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Evaluation.Comparing;
using CustomLabels.Evaluation.Figures;
using CustomLabels.Evaluation.Measuring;
using Xunit;
using static CustomLabels.Core.Tests.Evaluation.EvaluationScene;

namespace CustomLabels.Core.Tests.Evaluation;

/// <summary>What an evaluation says, from pictures to thresholds.</summary>
public sealed class MeasurerTests
{
    private static readonly ImageAnnotation[] Truth =
    [
        Image("1.jpg", Box("a", 0, 0, 20, 20), Box("b", 50, 50, 20, 20)), Image("2.jpg", Box("a", 0, 0, 20, 20)), Image("3.jpg", Box("a", 10, 10, 40, 40)), Image("4.jpg"),
    ];

    private static readonly ImageAnnotation[] Found =
    [
        Image("1.jpg", Box("a", 0, 0, 20, 20, 90), Box("a", 50, 50, 20, 20, 40)), Image("2.jpg", Box("a", 0, 0, 20, 20, 80)), Image("3.jpg", Box("a", 10, 10, 40, 40, 60)), Image("4.jpg", Box("c", 0, 0, 10, 10, 99)),
    ];

    [Fact]
    public void Counts_are_of_labels_and_a_label_without_truth_stands_apart()
    {
        var evaluation = Measure(Truth, Found);
        var (a, b) = (evaluation.Labels[0], evaluation.Labels[1]);
        Assert.Equal((3, 3, 1, 0), (a.Truth, a.TruePositives, a.FalsePositives, a.FalseNegatives));
        Assert.Equal((0.75, 1.0, 6.0 / 7), (a.Precision, a.Recall, a.F1));
        // Nothing was found of it: its precision can't be told, and is not 0.
        Assert.Equal((null, 0.0, 0.0), (b.Precision, b.Recall, b.F1));
        Assert.Equal(("c", 1, null, null), (evaluation.LabelsWithoutTruth[0].Name, evaluation.LabelsWithoutTruth[0].FalsePositives, evaluation.LabelsWithoutTruth[0].Recall, evaluation.LabelsWithoutTruth[0].Ap));
        Assert.Equal((0.75, 0.5, 3.0 / 7), (evaluation.MacroAverage.Precision, evaluation.MacroAverage.Recall, evaluation.MacroAverage.F1!.Value));
        Assert.Equal((0.75, 0.75), (evaluation.MicroAverage.Precision, evaluation.MicroAverage.Recall));
        Assert.Equal((3, 1, 1), (evaluation.ConfusionMatrix!.Count("a", "a"), evaluation.ConfusionMatrix.Count("b", "a"), evaluation.ConfusionMatrix.Count(truth: null, "c")));
    }

    [Fact]
    public void A_best_threshold_lies_in_the_middle_between_two_confidences()
    {
        Assert.Equal(50, Measure(Truth, Found).Thresholds["a"]);
        Assert.Equal(50, Measure(Truth, Found, options => options with { Goal = new ThresholdGoal(MinPrecision: 1, MinRecall: null) }).Thresholds["a"]);
        Assert.Equal(70, Measure(Truth, Found, options => options with { Goal = new ThresholdGoal(MinPrecision: null, MinRecall: 0.6) }).Thresholds["a"]);
        // It is there, and was never found: no threshold finds it.
        Assert.DoesNotContain("b", Measure(Truth, Found).Thresholds.Keys);
    }

    [Fact]
    public void Thresholds_of_labels_are_inclusive_and_change_counts_only()
    {
        var all = Measure(Truth, Found);
        var kept = Measure(Truth, Found, options => options with { LabelConfidence = new Dictionary<string, double>(StringComparer.Ordinal) { ["a"] = 80, ["*"] = 100 } });
        Assert.Equal((2, 0, 1, 80), (kept.Labels[0].TruePositives, kept.Labels[0].FalsePositives, kept.Labels[0].FalseNegatives, kept.Labels[0].Threshold));
        Assert.Equal(0, kept.LabelsWithoutTruth[0].FalsePositives);
        Assert.Equal((all.Ap, all.Ap50, all.Thresholds["a"]), (kept.Ap, kept.Ap50, kept.Thresholds["a"]));
    }

    [Fact]
    public void Labels_of_whole_pictures_are_measured_one_by_one()
    {
        // The published example of three labels on four pictures (scikit-learn).
        int[][] isThere = [[1, 0, 1], [0, 1, 0], [1, 1, 0], [0, 0, 0]];
        int[][] isFound = [[1, 0, 0], [0, 1, 1], [1, 0, 0], [0, 0, 0]];
        ImageAnnotation[] Of(int[][] rows, double? confidence) => rows.Select((row, i) => Image($"{i}.jpg", Enumerable.Range(0, 3).Where(label => row[label] == 1).Select(label => Whole($"{label}", confidence)).ToArray())).ToArray();
        var evaluation = Measure(Of(isThere, null), Of(isFound, 90));
        Assert.Equal([(2, 0, 0), (1, 0, 1), (0, 1, 1)], evaluation.Labels.Select(label => (label.TruePositives, label.FalsePositives, label.FalseNegatives)));
        Assert.Equal((2.0 / 3, 0.5), (evaluation.MacroAverage.Precision!.Value, evaluation.MacroAverage.Recall!.Value));
        Assert.Equal(5.0 / 9, evaluation.MacroAverage.F1!.Value, 1e-15);
        Assert.Equal((0.75, 0.6), (evaluation.MicroAverage.Precision, evaluation.MicroAverage.Recall));
        Assert.All(evaluation.Labels, label => Assert.True(label.IsImageLevel && label.Ap50 is null));
        Assert.Equal((null, null), (evaluation.Ap, evaluation.ConfusionMatrix));
    }

    [Fact]
    public void Boxes_of_the_truth_serve_a_model_that_gives_none()
    {
        var evaluation = Measure([Image("1.jpg", Box("a", 0, 0, 9, 9), Box("a", 20, 20, 9, 9)), Image("2.jpg")], [Image("1.jpg", Whole("a", 70)), Image("2.jpg", Whole("a", 30))]);
        Assert.Equal((true, 1, 1, 1, 50), (evaluation.Labels[0].IsImageLevel, evaluation.Labels[0].Truth, evaluation.Labels[0].TruePositives, evaluation.Labels[0].FalsePositives, evaluation.Thresholds["a"]));
    }

    [Fact]
    public void Each_picture_says_what_was_found_wrong_and_missed()
    {
        var images = ImageOutcomes.Of(Measure(Truth, Found).Evidence);
        Assert.Equal([(1, 1, 1), (1, 0, 0), (1, 0, 0), (0, 1, 0)], images.Select(image => (image.TruePositives, image.FalsePositives, image.FalseNegatives)));
        Assert.Equal(new DetectionOutcome(OutcomeKind.FalseNegative, "b", Confidence: null, new BoundingBox(0.5, 0.5, 0.2, 0.2), Overlap: null), images[0].Outcomes.Single(outcome => outcome.Kind == OutcomeKind.FalseNegative));
    }

    [Fact]
    public void Fewer_pictures_with_a_label_than_parts_tell_nothing()
    {
        var evaluation = Measure(Truth, Found, options => options with { Folds = 3 });
        Assert.NotNull(evaluation.Labels[0].CrossValidated);
        Assert.Null(evaluation.Labels[1].CrossValidated);
        Assert.Null(Measure(Truth, Found, options => options with { Folds = 4 }).Labels[0].CrossValidated);
    }

    [Fact]
    public void Answers_that_were_cut_are_said_to_be()
    {
        var joined = CustomLabels.Evaluation.Joining.ImageJoin.Join(Truth, Found.Select(Answer).Select((answer, i) => answer with { LeastConfidence = i == 0 ? null : 50, IsCut = i == 2 }).ToArray());
        var warning = Assert.Single(new DetectionMeasurer(new MeasureOptions()).Measure(joined).Warnings);
        Assert.StartsWith("1 answers were made with the model's own thresholds, 3 with a MinConfidence over 0, 1 were cut", warning, StringComparison.Ordinal);
        Assert.Empty(Measure(Truth, Found).Warnings);
    }

    [Fact]
    public void Nothing_in_common_is_an_error_and_VOC_needs_sizes()
    {
        Assert.Equal(ErrorId.NothingToMeasure, Assert.Throws<CustomLabelsException>(() => Measure(Truth, [Image("9.jpg")])).Error.Id);
        var unsized = Truth.Select(image => image with { ImageWidth = null }).ToArray();
        var found = Found.Select(image => image with { ImageWidth = null }).ToArray();
        Assert.Equal(ErrorId.RequestInvalid, Assert.Throws<CustomLabelsException>(() => Measure(unsized, found, options => options with { Method = EvaluationMethod.Voc })).Error.Id);
        Assert.Equal((Measure(Truth, Found).Ap50, null), (Measure(unsized, found).Ap50, Measure(unsized, found).ApSmall));
    }

    [Fact]
    public void A_model_that_misses_what_another_finds_is_worse_and_itself_is_not()
    {
        var truth = Enumerable.Range(0, 40).Select(i => Image($"{i}.jpg", Box("a", 0, 0, 20, 20))).ToArray();
        var good = Measure(truth, truth.Select(image => Image(image.Image, Box("a", 0, 0, 20, 20, 90))).ToArray());
        var bad = Measure(truth, truth.Select((image, i) => i % 3 == 0 ? Image(image.Image) : Image(image.Image, Box("a", 0, 0, 20, 20, 90))).ToArray());
        var (down, up, same) = (Compare(good, bad), Compare(bad, good), Compare(bad, bad));
        Assert.Equal((ComparisonVerdict.Worse, 2, 40), (down.Verdict, down.ExitCode, down.Images));
        Assert.Equal((ComparisonVerdict.Better, 0), (up.Verdict, up.ExitCode));
        Assert.Equal((ComparisonVerdict.CannotTell, 0, 0.0), (same.Verdict, same.ExitCode, same.Change));
        Assert.Equal(down, Compare(good, bad));
    }

    private static EvaluationComparison Compare(DetectionEvaluation reference, DetectionEvaluation difference) => EvaluationComparer.Compare(reference, difference, metric: null, resamples: 200, seed: 1);
}
