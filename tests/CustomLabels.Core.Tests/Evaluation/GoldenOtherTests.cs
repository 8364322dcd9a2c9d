using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using CustomLabels.Evaluation.Figures;
using CustomLabels.Evaluation.Matching;
using Xunit;
using Xunit.Abstractions;

namespace CustomLabels.Core.Tests.Evaluation;

/// <summary>Figures that others published (golden 03, 06, 07, 08 and 09), to all their digits.</summary>
public sealed class GoldenOtherTests(ITestOutputHelper output)
{
    [SharedFact("golden/03-voc-ap-24det/expected.json")]
    public void VOC_has_the_published_precision_in_both_ways()
    {
        var truth = Lines("groundtruths", (image, cells) => new TruthBox(image, 0, Box(cells, 1), double.NaN, IsIgnored: false)).ToArray();
        var found = Lines("detections", (image, cells) => new FoundBox(image, 0, Box(cells, 2), cells[1], 0)).ToArray();
        var set = new EvaluationSet(7, ["object"], truth, found);
        var expected = CocoCase.File("03-voc-ap-24det/expected.json");
        foreach (var least in new[] { "0.1", "0.3", "0.5", "0.75" })
        {
            var matches = VocMatcher.Match(set.ByLabel[0], double.Parse(least, CultureInfo.InvariantCulture));
            var precisions = new double[truth.Length];
            var hits = 0;
            for (var i = 0; i < matches.Length; i++)
            {
                if (matches[i].IsTrue) precisions[hits++] = (double)hits / (i + 1);
            }

            Assert10($"VOC {least}", expected.GetProperty("allPoint").GetProperty(least).GetDouble(), AveragePrecision.OfVoc((double[])precisions.Clone(), hits, truth.Length));
            Assert10($"VOC 11 points {least}", expected.GetProperty("elevenPoint").GetProperty(least).GetDouble(), AveragePrecision.OfVoc11(precisions, hits, truth.Length));
        }
    }

    [SharedFact("golden/06-confusion-matrix/cases.json")]
    public void Confusion_matrices_are_the_published_ones()
    {
        var count = 0;
        foreach (var item in CocoCase.File("06-confusion-matrix/cases.json").GetProperty("cases").EnumerateArray())
        {
            var pairs = new ConfusionPairs(3, item.GetProperty("iou_threshold").GetDouble());
            var truth = Rows(item, "ground_truth").Select(row => new TruthBox(0, (int)row[4], Edges(row), double.NaN, IsIgnored: false)).ToArray();
            var found = Rows(item, "detections").Where(row => row[5] >= item.GetProperty("confidence_threshold").GetDouble()).Select(row => new FoundBox(0, (int)row[4], Edges(row), row[5], 0)).ToArray();
            pairs.Add(truth, found);
            Assert.Equal(Rows(item, "matrix").Select(row => row.Select(number => (int)number).ToArray()), pairs.Counts);
            count++;
        }

        output.WriteLine($"{count} matrices, no difference");
        Assert.Equal(16, count);
    }

    [SharedTheory("golden/07-tfod-voc-openimages")]
    [InlineData(true, 0.16666666666666666, 0.05555555555555555, 1.0 / 18)]
    [InlineData(false, 0.125, 0.125 / 3, 1.0 / 21)]
    public void Difficult_objects_count_neither_for_nor_against(bool isDifficultTold, double cat, double mean, double pooled)
    {
        var file = CocoCase.File("07-tfod-voc-openimages/cases.json");
        string[] labels = ["cat", "dog", "elephant"];
        string[] images = ["img1", "img2", "img3"];
        TruthBox[] Truth(Func<string, int> label) => Items(file, "groundTruth", images).Select(item => new TruthBox(
            item.Image, label(item.Value.GetProperty("label").GetString()!), Turned(item.Value), double.NaN, isDifficultTold && item.Value.TryGetProperty("special", out _))).ToArray();
        FoundBox[] Found(Func<string, int> label) => Items(file, "detections", images).Select(item => new FoundBox(
            item.Image, label(item.Value.GetProperty("label").GetString()!), Turned(item.Value), item.Value.GetProperty("score").GetDouble(), 0)).ToArray();
        var each = new EvaluationSet(3, labels, Truth(name => Array.IndexOf(labels, name)), Found(name => Array.IndexOf(labels, name)));
        var all = new EvaluationSet(3, ["all"], Truth(_ => 0), Found(_ => 0));
        Assert.Equal(cat, Precision(each.ByLabel[0]), 1e-12);
        Assert.Equal(mean, each.ByLabel.Average(Precision), 1e-12);
        Assert.Equal(pooled, Precision(all.ByLabel[0]), 1e-12);
        output.WriteLine(FormattableString.Invariant($"cat {Precision(each.ByLabel[0])}, mean {each.ByLabel.Average(Precision)}, pooled {Precision(all.ByLabel[0])}"));
    }

    [SharedFact("golden/08-aws-summary/expected.json")]
    public void The_services_own_figures_follow_from_its_counts()
    {
        var file = CocoCase.File("08-aws-summary/expected.json");
        var summary = CocoCase.File("08-aws-summary/summary-direct.json").GetProperty("AggregatedEvaluationResults");
        var counts = file.GetProperty("counts").EnumerateObject().Select(label => (label.Name, Counts: new Counts(Of(label.Value, "TP"), Of(label.Value, "FP"), Of(label.Value, "FN")))).ToArray();
        foreach (var (name, found) in counts)
        {
            var expected = file.GetProperty("perLabel").GetProperty(name);
            Assert.Equal(expected.GetProperty("P").GetDouble(), found.Precision!.Value, 1e-15);
            Assert.Equal(expected.GetProperty("R").GetDouble(), found.Recall!.Value, 1e-15);
            Assert.Equal(expected.GetProperty("F1").GetDouble(), found.F1!.Value, 1e-15);
        }

        Assert.Equal(summary.GetProperty("Precision").GetDouble(), counts.Average(label => label.Counts.Precision!.Value), 1e-15);
        Assert.Equal(summary.GetProperty("Recall").GetDouble(), counts.Average(label => label.Counts.Recall!.Value), 1e-15);
        Assert.Equal(summary.GetProperty("F1Score").GetDouble(), counts.Average(label => label.Counts.F1!.Value), 1e-15);
    }

    [SharedFact("golden/09-multilabel-classification/expected.json")]
    public void Curves_of_whole_images_and_intervals_are_the_published_ones()
    {
        var file = CocoCase.File("09-multilabel-classification/expected.json");
        foreach (var item in file.GetProperty("prCurve").EnumerateArray())
        {
            var scores = item.GetProperty("scores").EnumerateArray().Select(number => number.GetDouble()).ToArray();
            var isThere = item.GetProperty("y").EnumerateArray().Select(number => number.GetInt32() == 1).ToArray();
            var order = Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i]).ToArray();
            var curve = new LabelCurve(order.Select(i => scores[i]).ToArray(), order, order.Select(i => isThere[i]).ToArray(), Enumerable.Range(0, scores.Length).Where(i => isThere[i]).ToArray());
            Assert.Equal(item.GetProperty("averagePrecision").GetDouble(), AveragePrecision.OfSteps(curve.PrecisionsOfSteps(out var hits), hits, curve.Truth), 1e-15);
            var thresholds = item.GetProperty("thresholds").EnumerateArray().Select(number => number.GetDouble()).ToArray();
            Assert.Equal(Numbers(item, "precision").Take(thresholds.Length), thresholds.Select(threshold => curve.At(threshold).Precision!.Value));
            Assert.Equal(Numbers(item, "recall").Take(thresholds.Length), thresholds.Select(threshold => curve.At(threshold).Recall!.Value));
        }

        foreach (var item in file.GetProperty("wilson95").EnumerateArray())
        {
            var (low, high) = Interval.Wilson(Of(item, "k"), Of(item, "n"));
            Assert.Equal((item.GetProperty("low").GetDouble(), item.GetProperty("high").GetDouble()), (Math.Round(low, 6), Math.Round(high, 6)));
        }
    }

    private static double Precision(LabelBoxes boxes)
    {
        var matches = VocMatcher.Match(boxes, 0.5);
        var truth = boxes.Truth.Count(box => !box.IsIgnored);
        var counted = matches.Where(match => !match.IsIgnored).ToArray();
        var precisions = new double[truth];
        var hits = 0;
        for (var i = 0; i < counted.Length; i++)
        {
            if (counted[i].IsTrue) precisions[hits++] = (double)hits / (i + 1);
        }

        return AveragePrecision.OfVoc(precisions, hits, truth);
    }

    private static IEnumerable<T> Lines<T>(string folder, Func<int, double[], T> take) =>
        Directory.GetFiles(SharedFolder.PathOf("golden/03-voc-ap-24det/" + folder), "*.txt").OrderBy(file => file, StringComparer.Ordinal)
            .SelectMany((file, image) => File.ReadLines(file).Where(line => line.Length > 0)
                .Select(line => take(image, line.Split(' ').Select((cell, i) => i == 0 ? 0 : double.Parse(cell, CultureInfo.InvariantCulture)).ToArray())));

    private static IEnumerable<(int Image, JsonElement Value)> Items(JsonElement file, string list, string[] images) =>
        file.GetProperty(list).EnumerateObject().SelectMany(image => image.Value.EnumerateArray().Select(item => (Array.IndexOf(images, image.Name), item)));

    private static IEnumerable<double[]> Rows(JsonElement item, string name) => item.GetProperty(name).EnumerateArray().Select(row => row.EnumerateArray().Select(number => number.GetDouble()).ToArray());

    private static IEnumerable<double> Numbers(JsonElement item, string name) => item.GetProperty(name).EnumerateArray().Select(number => number.GetDouble());

    private static int Of(JsonElement item, string name) => item.GetProperty(name).GetInt32();

    private static Box Box(double[] cells, int first) => new(cells[first], cells[first + 1], cells[first + 2], cells[first + 3]);

    private static Box Edges(double[] row) => new(row[0], row[1], row[2] - row[0], row[3] - row[1]);

    private static Box Turned(JsonElement item)
    {
        var edges = Numbers(item, "yxyx").ToArray();
        return new Box(edges[1], edges[0], edges[3] - edges[1], edges[2] - edges[0]);
    }

    private void Assert10(string name, double expected, double found)
    {
        output.WriteLine(FormattableString.Invariant($"{name}: expected {expected}, found {found}"));
        // The published digits are cut off, not rounded.
        Assert.InRange(Math.Abs(expected - found), 0, 1e-10);
    }
}
