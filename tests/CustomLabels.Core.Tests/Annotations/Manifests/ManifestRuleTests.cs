using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using CustomLabels.Annotations.Manifests;
using CustomLabels.Annotations.Manifests.Datasets;
using Xunit;
using static CustomLabels.Core.Tests.Annotations.Manifests.ManifestScene;

namespace CustomLabels.Core.Tests.Annotations.Manifests;

/// <summary>Each rule for a manifest as a whole, or for two, is broken by a manifest of its own.</summary>
public sealed class ManifestRuleTests : IDisposable
{
    private const string OneLabel = "{\"class_id\":0,\"left\":10,\"top\":20,\"width\":30,\"height\":40}";

    /// <summary>The rules that a manifest breaks as a whole, and what makes it.</summary>
    private static readonly Dictionary<string, (string Rules, Func<ManifestScene, ManifestTestResult> Test)> All = new(StringComparer.Ordinal)
    {
        ["good"] = ("", scene => scene.Test(scene.Write("m.manifest", [.. Good]))),
        ["another extension"] = ("", scene => scene.Test(scene.Write("m.jsonl", [.. Good]))),
        ["no extension"] = ("ExtensionMissing", scene => scene.Test(scene.Write("manifest", [.. Good]))),
        ["UTF-16"] = ("EncodingUnsupported", scene => scene.Test(scene.Write("m.manifest", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Boxes)]))),
        ["UTF-16 without a mark"] = ("EncodingUnsupported", scene => scene.Test(scene.Write("m.manifest", Encoding.Unicode.GetBytes(Boxes)))),
        ["a byte order mark"] = ("ByteOrderMark", scene => scene.Test(scene.Write("m.manifest", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(string.Join("\n", Good))]))),
        ["no line"] = ("ManifestEmpty", scene => scene.Test(scene.Write("m.manifest"))),
        ["blank lines"] = ("TooManyInvalidLines TooFewLabels", scene => scene.Test(scene.Write("m.manifest", "", " "))),
        ["over 20 % bad"] = ("TooManyInvalidLines", scene => scene.TestLines("{", "", "[]")),
        ["20 % bad"] = ("InvalidLinesAtLimit", scene => scene.Test(scene.Write("m.manifest", [.. Lines(8, Boxes), "{", ""]))),
        ["under 20 % bad"] = ("", scene => scene.TestLines("{", "")),
        ["lines without labels"] = ("", scene => scene.Test(scene.Write("m.manifest", [.. Lines(2, Boxes), .. Lines(20, "{\"source-ref\":\"s3://b/a.jpg\"}", "u")]))),
        ["two buckets"] = ("MultipleBuckets", scene => scene.TestLines(Boxes.Replace("s3://b/", "s3://c/"))),
        ["no label"] = ("TooFewLabels", scene => scene.Test(scene.Write("m.manifest", "{\"source-ref\":\"s3://b/a.jpg\"}"))),
        ["one label of whole images"] = ("TooFewLabels", scene => scene.Test(scene.Write("m.manifest", [.. Lines(9, Whole)]))),
        ["one label of boxes"] = ("OnlyOneLabel", scene => scene.Test(scene.Write("m.manifest", [.. Lines(9, OneBox(OneLabel).Replace(",\"1\":\"dent\"", ""))]))),
        ["250 labels"] = ("", scene => scene.Test(scene.Write("m.manifest", [.. ManyLabels(250)]))),
        ["251 labels"] = ("TooManyLabels", scene => scene.Test(scene.Write("m.manifest", [.. ManyLabels(251)]))),
        ["both kinds"] = ("FormatsMixed", scene => scene.TestLines(Whole)),
        ["both kinds, too few of the one"] = ("TooFewUsableLabels FormatsMixed", scene => scene.Test(scene.Write("m.manifest", [.. Lines(3, Whole), .. Lines(2, OneBox(OneLabel.Replace(":0,", ":1,")).Replace("\"0\":\"scratch\",", ""), "x")]))),
        ["an image only of a label"] = ("FewImagesToSplit", scene => scene.TestLines(OneBox(OneLabel).Replace("scratch", "hole"))),
        ["a label without images"] = ("LabelWithoutImages", scene => scene.TestLines(Boxes.Replace("\"1\":\"dent\"", "\"1\":\"dent\",\"2\":\"hole\""))),
        ["1000 testing images"] = ("", scene => Pair(scene, Good, Lines(1000, Boxes, "t"))),
        ["1001 testing images"] = ("TooManyTestingImages TooManyTestingImages", scene => Pair(scene, Good, Lines(1001, Boxes, "t"))),
        ["half of the labels tested"] = ("OnlyOneLabel", scene => Pair(scene, Good, Lines(5, OneBox(OneLabel).Replace(",\"1\":\"dent\"", ""), "t"))),
        ["less than half of the labels tested"] = ("OnlyOneLabel LabelOverlapTooSmall", scene => Pair(scene, Good, Lines(5, OneBox(OneLabel).Replace(",\"1\":\"dent\"", "").Replace("scratch", "hole"), "t"))),
        ["less than half of the usable labels tested"] = ("OnlyOneLabel FormatsMixed UsableLabelOverlapTooSmall", scene => Pair(scene, Good, [.. Lines(3, OneBox(OneLabel).Replace(",\"1\":\"dent\"", "").Replace("scratch", "hole"), "t"), .. Lines(2, Whole, "u")])),
    };

    private static readonly Dictionary<string, UseCase> UseCases = new(StringComparer.Ordinal) { ["ImageLevelLabels"] = UseCase.ImageLevelLabels, ["ObjectLocalization"] = UseCase.ObjectLocalization };

    private readonly ManifestScene _scene = new();

    public static TheoryData<string> Cases => [.. All.Keys];

    /// <summary>What the cases break together, and the tests below.</summary>
    public static IEnumerable<string> Covered => All.Values.SelectMany(one => one.Rules.Split(' ')).Concat(["ManifestTooLarge", "ManifestSizeAtLimit", "TooManyLines", "LinesOverDefaultQuota", "LinesOverRegionLimit", "TestingImageInTraining"]);

    private static string Other => Whole.Replace("scratch", "dent");

    public void Dispose() => _scene.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_manifest_breaks_its_rules_and_no_other(string name)
    {
        var (rules, test) = All[name];
        Assert.Equal(rules, Rules(test(_scene), line: null));
    }

    [Theory]
    [InlineData(28_000, "ImageLevelLabels", false, "")]
    [InlineData(28_001, "ImageLevelLabels", false, "LinesOverRegionLimit")]
    [InlineData(7_001, "ObjectLocalization", false, "")]
    [InlineData(7_001, "ObjectLocalization", true, "LinesOverRegionLimit")]
    [InlineData(250_000, "ObjectLocalization", false, "LinesOverRegionLimit")]
    [InlineData(250_001, "ObjectLocalization", false, "TooManyLines")]
    [InlineData(250_001, "ImageLevelLabels", false, "LinesOverDefaultQuota")]
    [InlineData(500_000, "ImageLevelLabels", true, "LinesOverDefaultQuota")]
    [InlineData(500_001, "ImageLevelLabels", false, "TooManyLines")]
    public void The_number_of_lines_counts_by_the_kind_of_model(int count, string useCase, bool isTesting, string rule)
    {
        var findings = new FindingList();
        var dataset = new Dataset(new DatasetTotals("m.manifest") { Lines = count }, Bucket: null, OtherBucket: null, [], isTesting) { UseCase = UseCases[useCase] };
        CountRules.Check(dataset, findings);
        Assert.Equal(rule, string.Join(" ", findings.Findings.Select(finding => finding.Rule)));
    }

    [Theory]
    [InlineData(1_000_000_000, "")]
    [InlineData(1_000_000_001, "ManifestSizeAtLimit")]
    [InlineData(1_073_741_825, "ManifestTooLarge")]
    public void The_size_counts_in_both_readings_of_a_gigabyte(long length, string rule)
    {
        var findings = new FindingList();
        var isRead = FileRules.Check("m.manifest", new LongStream(length), findings);
        Assert.Equal(rule, string.Join(" ", findings.Findings.Select(finding => finding.Rule)));
        Assert.Equal(rule != "ManifestTooLarge", isRead);
    }

    [Fact]
    public void An_image_of_the_testing_manifest_that_is_in_the_training_manifest_is_told()
    {
        var result = Pair(_scene, Good, [.. Lines(4, Boxes, "t"), Boxes.Replace("a.jpg", "i3.jpg")]);
        var finding = Assert.Single(result.Findings);
        Assert.Equal((ManifestRule.TestingImageInTraining, 5, "t.manifest"), (finding.Rule, finding.Line, Path.GetFileName(finding.File)));
        Assert.Contains("line 3 of the training manifest", finding.Message, StringComparison.Ordinal);
        Assert.Equal((ManifestVerdict.WouldTrain, true), (result.Verdict, result.IsValid));
    }

    [Fact]
    public void A_model_of_whole_images_may_be_tested_with_boxes()
    {
        var result = Pair(_scene, [.. Lines(3, Whole), .. Lines(3, Other, "o")], Lines(4, Boxes, "t"));
        Assert.Empty(result.Findings);
        Assert.Equal(("IMAGE_LEVEL_LABELS", "OBJECT_LOCALIZATION"), (result.Training!.UseCase, result.Testing!.UseCase));
        Assert.Equal("dent 3 0 4 4, scratch 3 0 4 4", string.Join(", ", result.Labels.Select(label => FormattableString.Invariant($"{label.Name} {label.ImageCount} {label.BoxCount} {label.TestingImageCount} {label.TestingBoxCount}"))));
    }

    [Fact]
    public void Lines_of_the_other_kind_are_lost_and_not_invalid()
    {
        var result = _scene.TestLines(Whole);
        Assert.Equal((11, 10, 0, 1), (result.Training!.LineCount, result.Training.ValidLineCount, result.Training.InvalidLineCount, result.Training.IgnoredLineCount));
        Assert.Equal("Would lose 1 of 11 lines silently.", result.Summary);
    }

    [Fact]
    public void Labels_that_only_the_other_kind_has_are_lost()
    {
        var both = Boxes.Insert(1, Whole.Replace("\"source-ref\":\"s3://b/a.jpg\",", "").Replace("scratch", "blurred").Trim('{', '}') + "},");
        var result = _scene.TestLines(both);
        Assert.Equal("FormatsMixed", Rules(result, line: null));
        Assert.Equal((ManifestVerdict.WouldLoseData, "Would lose 1 label silently."), (result.Verdict, result.Summary));
        Assert.Equal("blurred 0, dent 11, scratch 11", string.Join(", ", result.Labels.Select(label => FormattableString.Invariant($"{label.Name} {label.ImageCount}"))));
    }

    private static ManifestTestResult Pair(ManifestScene scene, IEnumerable<string> training, IEnumerable<string> testing) =>
        scene.Test(scene.Write("m.manifest", [.. training]), scene.Write("t.manifest", [.. testing]));

    private static IEnumerable<string> ManyLabels(int count) => Enumerable.Range(1, 2 * count).Select(i => Whole.Replace("a.jpg", FormattableString.Invariant($"i{i}.jpg")).Replace("scratch", FormattableString.Invariant($"l{i % count}")));

    private sealed class LongStream(long length) : MemoryStream(Encoding.UTF8.GetBytes(Boxes))
    {
        public override long Length => length;
    }
}
