using System;
using System.Linq;
using System.Text.Json;
using CustomLabels.Evaluation.Figures;
using CustomLabels.Evaluation.Matching;
using Xunit;
using Xunit.Abstractions;

namespace CustomLabels.Core.Tests.Evaluation;

/// <summary>The twelve figures are those of the oracle (golden 01, 02, 05, 10 and 13), to a billionth.</summary>
public sealed class GoldenCocoTests(ITestOutputHelper output)
{
    private const double Tolerance = 1e-9;

    public static TheoryData<string, string, string> Files => new()
    {
        { "01-coco-fakebbox100/instances_val2014_100.json", "01-coco-fakebbox100/instances_val2014_fakebbox100_results.json", "01-coco-fakebbox100/expected.json" },
        { "02-torchmetrics-4img/gt.json", "02-torchmetrics-4img/dt.json", "02-torchmetrics-4img/expected.json" },
        { "05-edge-cases/gt.json", "05-edge-cases/dt.json", "05-edge-cases/expected-gt.json" },
        { "05-edge-cases/edge_gt.json", "05-edge-cases/edge_dt.json", "05-edge-cases/expected-edge_gt.json" },
        { "10-formats-voc100/coco-v1/instances_default.json", "10-formats-voc100/detections/coco_dets.json", "10-formats-voc100/expected-coco.json" },
    };

    [SharedTheory("golden/01-coco-fakebbox100")]
    [MemberData(nameof(Files))]
    public void A_set_has_the_figures_of_the_oracle(string truth, string found, string expected)
    {
        var set = CocoCase.Of(CocoCase.File(truth), CocoCase.File(found));
        var file = CocoCase.File(expected);
        var figures = CocoFigures.Of(set);
        AssertSame(truth, file.GetProperty("stats"), figures.All);
        foreach (var label in file.GetProperty("perCategory").EnumerateObject())
        {
            var place = set.Labels.ToList().IndexOf(label.Name);
            foreach (var (figure, name) in new[] { (0, "AP"), (1, "AP50"), (2, "AP75"), (8, "AR100") })
                Assert.Equal(label.Value.GetProperty(name).GetDouble(), Written(figures.ByLabel[place][figure]), Tolerance);
        }

        if (file.TryGetProperty("perImageAtIou50AllScores", out var images)) AssertImages(images, set, truth);
    }

    [SharedFact("golden/05-edge-cases/zero_gt.json")]
    public void An_id_of_0_is_an_id()
    {
        var figures = CocoFigures.Of(CocoCase.Of(CocoCase.File("05-edge-cases/zero_gt.json"), CocoCase.File("05-edge-cases/zero_dt.json")));
        Assert.Equal((1.0, 1.0, 1.0), (figures.All[0], figures.All[1], figures.All[8]));
    }

    [SharedFact("golden/13-oracle-conformance/cases.json")]
    public void Adversarial_cases_have_the_figures_of_the_oracle()
    {
        foreach (var item in CocoCase.File("13-oracle-conformance/cases.json").GetProperty("cases").EnumerateArray()) AssertCase(item.GetProperty("name").GetString()!, item);
    }

    [SharedTheory("golden/13-oracle-conformance")]
    [InlineData("random-1.json")]
    [InlineData("random-2.json")]
    public void Random_sets_full_of_ties_and_crowds_have_the_figures_of_the_oracle(string file) => AssertCase(file, CocoCase.File("13-oracle-conformance/" + file));

    private void AssertCase(string name, JsonElement item)
    {
        var set = CocoCase.Of(item.GetProperty("gt"), item.GetProperty("dt"));
        AssertSame(name, item.GetProperty("stats"), CocoFigures.Of(set).All);
        // Of the one with a hundred and one boxes there are none.
        if (item.GetProperty("matches").ValueKind == JsonValueKind.Null) return;
        var annotations = item.GetProperty("gt").GetProperty("annotations").EnumerateArray().ToArray();
        var labels = Ids(item, "categories");
        var images = Ids(item, "images").OrderBy(id => id).ToArray();
        foreach (var (imageId, label, truthIds, isIgnored) in item.GetProperty("matches").EnumerateArray().Select(Expected))
        {
            var boxes = set.ByLabel[Array.IndexOf(labels, label)];
            var image = Array.IndexOf(images, imageId);
            var matches = CocoMatcher.Match(boxes, 0.5);
            var truth = annotations.OrderBy(annotation => Array.IndexOf(images, annotation.GetProperty("image_id").GetInt64()))
                .Where(annotation => annotation.GetProperty("category_id").GetInt64() == label).Select(annotation => annotation.GetProperty("id").GetInt64()).ToArray();
            var found = Enumerable.Range(0, matches.Length).Where(i => boxes.Found[i].Image == image && boxes.Rank[i] < 100).Select(i => matches[i]).ToArray();
            Assert.Equal(truthIds, found.Select(match => match.Truth < 0 ? 0 : truth[match.Truth]));
            Assert.Equal(isIgnored, found.Select(match => match.IsIgnored));
        }
    }

    private static long[] Ids(JsonElement item, string list) => item.GetProperty("gt").GetProperty(list).EnumerateArray().Select(of => of.GetProperty("id").GetInt64()).ToArray();

    // The random sets have them as lists, the cases by names.
    private static (long Image, long Label, long[] TruthIds, bool[] IsIgnored) Expected(JsonElement match)
    {
        var isList = match.ValueKind == JsonValueKind.Array;
        JsonElement Part(int place, string name) => isList ? match[place] : match.GetProperty(name);
        return (Part(0, "image").GetInt64(), Part(1, "category").GetInt64(),
            Part(3, "gtIdByDetectionAtIou50").EnumerateArray().Select(id => id.ValueKind == JsonValueKind.Null ? 0 : id.GetInt64()).ToArray(),
            Part(4, "ignored").EnumerateArray().Select(flag => flag.ValueKind == JsonValueKind.True || (flag.ValueKind == JsonValueKind.Number && flag.GetInt32() != 0)).ToArray());
    }

    private void AssertSame(string name, JsonElement expected, double[] found)
    {
        var largest = 0.0;
        foreach (var (figure, i) in CocoCase.Figures.Select((figure, i) => (figure, i)))
        {
            var value = expected.GetProperty(figure).GetDouble();
            largest = Math.Max(largest, Math.Abs(value - Written(found[i])));
            output.WriteLine(FormattableString.Invariant($"{name} {figure}: expected {value}, found {Written(found[i])}"));
        }

        output.WriteLine(FormattableString.Invariant($"{name}: largest difference {largest}"));
        Assert.InRange(largest, 0, Tolerance);
    }

    private static void AssertImages(JsonElement expected, EvaluationSet set, string truth)
    {
        var ids = CocoCase.File(truth).GetProperty("images").EnumerateArray().Select(image => image.GetProperty("id").GetInt64()).OrderBy(id => id).ToArray();
        var counts = ids.Select(_ => new int[4]).ToArray();
        foreach (var boxes in set.ByLabel)
        {
            var matches = CocoMatcher.Match(boxes, 0.5);
            foreach (var box in boxes.Truth.Where(box => !box.IsIgnored)) counts[box.Image][2]++;
            for (var i = 0; i < matches.Length; i++)
            {
                var image = counts[boxes.Found[i].Image];
                if (matches[i].IsIgnored) image[3]++;
                else if (matches[i].IsTrue) (image[0], image[2]) = (image[0] + 1, image[2] - 1);
                else image[1]++;
            }
        }

        foreach (var image in expected.EnumerateObject())
        {
            var of = new[] { "tp", "fp", "fn", "ignoredDet" }.Select(name => image.Value.GetProperty(name).GetInt32());
            Assert.Equal(of, counts[Array.IndexOf(ids, long.Parse(image.Name, System.Globalization.CultureInfo.InvariantCulture))]);
        }
    }

    // The oracle writes what can't be told as -1.
    private static double Written(double figure) => double.IsNaN(figure) ? -1 : figure;
}
