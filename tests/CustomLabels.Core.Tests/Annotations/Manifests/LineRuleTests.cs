using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;
using static CustomLabels.Core.Tests.Annotations.Manifests.ManifestScene;

namespace CustomLabels.Core.Tests.Annotations.Manifests;

/// <summary>Each rule for lines has a line that breaks it, and no other rule than those that always come with it.</summary>
public sealed class LineRuleTests : IDisposable
{
    private const string Box = "{\"class_id\":0,\"left\":10,\"top\":20,\"width\":30,\"height\":40}";
    private readonly ManifestScene _scene = new();

    /// <summary>The line, the rules that it breaks, and what becomes of it: used, invalid, ignored.</summary>
    public static TheoryData<string, string, string> Cases => new()
    {
        { Boxes, "", "used" },
        { Whole, "", "used" },
        { Boxes.Replace("2026-01-15T08:00:00", "2013-11-18 02:53:27"), "", "used" },
        { Boxes.Replace("2026-01-15T08:00:00", "2018-10-18T22:18:13.527256"), "", "used" },
        { Boxes.Replace("2026-01-15T08:00:00", "2024-01-01T00:00:00Z"), "", "used" },
        { Boxes.Replace("\"yes\"", "\"no\""), "", "used" },
        { Boxes.Replace("\"0\":\"scratch\"", "\"0\":\"scratch\",\"7\":\"dent\""), "", "used" },
        { Boxes + "\r", "", "used" },
        { "", "LineBlank", "invalid" },
        { "  \t", "LineBlank", "invalid" },
        { Boxes.Insert(1, new string(' ', 100_000 - Boxes.Length)), "", "used" },
        { Boxes.Insert(1, new string(' ', 100_001 - Boxes.Length)), "LineTooLong", "invalid" },
        { Boxes.Insert(1, new string('\u20AC', 400_000)), "LineTooLong", "invalid" },
        { " " + Boxes, "LinePadded", "used" },
        { Boxes + " ", "LinePadded", "used" },
        { "{", "JsonInvalid", "invalid" },
        { "[]", "JsonInvalid", "invalid" },
        { Boxes + ",", "JsonInvalid", "invalid" },
        { Whole.Replace("scratch", "\\ud800"), "JsonInvalid", "invalid" },
        { Whole.Replace("2020-03-06T17:46:39.176", "\\ud800"), "JsonInvalid", "invalid" },
        { Boxes.Replace("source-ref", "source_ref"), "SourceRefMissing", "invalid" },
        { Boxes.Replace("s3://", "https://"), "SourceRefInvalid", "invalid" },
        { Boxes.Replace("s3://b/a.jpg", "s3://b/"), "SourceRefInvalid", "invalid" },
        { Boxes.Replace("a.jpg", "i3.jpg"), "SourceRefRepeated", "invalid" },
        { """{"source-ref":"s3://b/a.jpg","q":1}""", "LabelAttributesMissing", "invalid" },
        { """{"source-ref":"s3://b/a.jpg","q-metadata":{"job-name":"j"}}""", "LabelAttributesMissing", "invalid" },
        { """{"source-ref":"s3://b/a.jpg","q-metadata":{"failure-reason":"ClientError","type":"groundtruth/object-detection"}}""", "LabelingFailed", "invalid" },
        { Whole.Replace("\"q", "\"q-metadata-q"), "AttributeNameReserved", "used" },
        { Whole.Replace("\"q", "\"q-ref"), "AttributeNameReserved", "used" },
        { Boxes.Replace("image_size", "size"), "LabelAttributeInvalid", "invalid" },
        { Boxes.Replace(",\"depth\":3", ""), "LabelAttributeInvalid", "invalid" },
        { Boxes.Replace("\"left\":10", "\"left\":\"10\""), "LabelAttributeInvalid", "invalid" },
        { Whole.Replace("\"q\":1", "\"q\":\"1\""), "LabelAttributeInvalid", "invalid" },
        { Whole.Replace("\"class-name\":\"scratch\",", ""), "LabelMetadataInvalid", "invalid" },
        { Whole.Replace("\"confidence\":1", "\"confidence\":7"), "LabelMetadataInvalid", "invalid" },
        { Boxes.Replace("\"human-annotated\":\"yes\",", ""), "LabelMetadataInvalid", "invalid" },
        { Boxes.Replace("\"human-annotated\":\"yes\"", "\"human-annotated\":\"maybe\""), "LabelMetadataInvalid", "invalid" },
        { Boxes.Replace("\"creation-date\":\"2026-01-15T08:00:00\",", ""), "LabelMetadataInvalid", "invalid" },
        { Boxes.Replace("class-map", "class_map"), "LabelMetadataInvalid", "invalid" },
        { Boxes.Insert(1, "\"s\":{},\"s-metadata\":{\"type\":\"groundtruth/semantic-segmentation\"},"), "UseCaseUnsupported", "used" },
        { Whole.Replace("image-classification", "image-classification-multilabel"), "UseCaseUnsupported LabelAttributesInvalid", "invalid" },
        { Boxes.Replace(",{\"confidence\":0.5}", ""), "BoxConfidenceMissing", "invalid" },
        { Boxes.Replace("\"class_id\":1", "\"class_id\":2"), "ClassMapIdMissing", "invalid" },
        { Boxes.Replace("\"left\":10", "\"left\":-1"), "BoxOffFrame", "used" },
        { Boxes.Replace("\"left\":10", "\"left\":611"), "BoxOffFrame", "used" },
        { Boxes.Replace("\"left\":10", "\"left\":610"), "", "used" },
        { Boxes.Replace("\"width\":30", "\"width\":1"), "BoxTooSmall", "used" },
        { Boxes.Replace("\"width\":30", "\"width\":2"), "", "used" },
        { OneBox("{\"class_id\":0,\"left\":10,\"top\":20,\"width\":3,\"height\":40},{\"class_id\":0,\"left\":1,\"top\":2,\"width\":2,\"height\":40}", "\"width\":2560,\"height\":480,\"depth\":3").Replace("[{\"confidence\":1}", "[{\"confidence\":1},{\"confidence\":1}"), "BoxTooSmall", "used" },
        { OneBox(Box.Replace("30", "700")), "BoxOffFrame AnnotationsInvalid", "invalid" },
        { ManyBoxes(50), "", "used" },
        { ManyBoxes(51), "TooManyBoxes", "invalid" },
        { ManyLabels(50), "", "used" },
        { ManyLabels(51), "TooManyImageLabels", "used" },
        { Whole.Replace("scratch", ""), "LabelNameInvalid", "invalid" },
        { Whole.Replace("scratch", new string('x', 257)), "LabelNameInvalid", "invalid" },
        { Whole.Replace("scratch", new string('x', 256)), "LabelNameAtLimit", "used" },
        { Whole.Replace("scratch", new string('x', 255)), "", "used" },
        { Boxes.Replace("\"left\":10", "\"left\":10.25"), "NumberNotInteger", "used" },
        { Whole.Replace("\"q\":1", "\"q\":0.5"), "NumberNotInteger", "used" },
        { Boxes.Replace("2026-01-15T08:00:00", "15.01.2026"), "DateUnusual", "used" },
        { """{"source-ref":"s3://b/a.jpg"}""", "RecordUnannotated", "ignored" },
        { """{"source-ref":"s3://b/a.jpg","warnings":[{"code":"WARNING_UNANNOTATED_RECORD"}]}""", "RecordUnannotated", "ignored" },
        { OneBox("").Replace("{\"confidence\":1}", ""), "AttributeAnnotationsMissing AnnotationsMissing", "ignored" },
        { OneBox("").Replace("{\"confidence\":1}", "").Insert(1, "\"q\":1,\"q-metadata\":{\"confidence\":1,\"class-name\":\"x\",\"type\":\"groundtruth/image-classification\",\"human-annotated\":\"yes\",\"creation-date\":\"2026-01-15T08:00:00\"},"), "AttributeAnnotationsMissing", "used" },
    };

    /// <summary>What the cases break together.</summary>
    public static IEnumerable<string> Covered => Cases.SelectMany(row => ((string)row[1]).Split(' '));

    public void Dispose() => _scene.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_line_breaks_its_rules_and_no_other(string line, string rules, string outcome)
    {
        var result = _scene.TestLines(line);
        Assert.Equal(rules, Rules(result, GoodLines + 1));
        Assert.All(Enumerable.Range(1, GoodLines), good => Assert.Equal("", Rules(result, good)));
        var training = result.Training!;
        Assert.Equal(GoodLines + 1, training.LineCount);
        Assert.Equal(outcome == "invalid" ? 1 : 0, training.InvalidLineCount);
        if (outcome == "ignored") Assert.Equal(1, training.IgnoredLineCount);
        Assert.All(result.Findings, finding => Assert.True(finding.Message.Length > 10 && finding.RecommendedAction.Length > 10));
    }

    [Fact]
    public void Text_that_is_not_UTF_8_is_bad_in_its_line_only()
    {
        var path = _scene.Write("m.manifest", [.. Good.SelectMany(line => System.Text.Encoding.UTF8.GetBytes(line + "\n")), .. System.Text.Encoding.GetEncoding("iso-8859-1").GetBytes(Whole.Replace("scratch", "Fl\u00E4che") + "\n")]);
        Assert.Equal("JsonInvalid", Rules(_scene.Test(path), GoodLines + 1));
    }

    [Fact]
    public void A_box_that_is_lost_is_not_counted_and_its_line_is()
    {
        var result = _scene.TestLines(Boxes.Replace("\"left\":10", "\"left\":-1"));
        Assert.Equal("scratch 10 10, dent 11 11", string.Join(", ", result.Labels.Reverse().Select(label => FormattableString.Invariant($"{label.Name} {label.ImageCount} {label.BoxCount}"))));
        Assert.Equal(1, result.Training!.LostBoxCount);
        Assert.Equal((ManifestVerdict.WouldLoseData, "Would lose 1 box silently."), (result.Verdict, result.Summary));
        Assert.False(result.IsValid);
    }

    private static string ManyBoxes(int count) => OneBox(string.Join(",", Enumerable.Repeat(Box, count))).Replace("[{\"confidence\":1}]", $"[{string.Join(",", Enumerable.Repeat("{\"confidence\":1}", count))}]");

    private static string ManyLabels(int count) => Whole.Insert(1, string.Concat(Enumerable.Range(1, count - 1).Select(i =>
        FormattableString.Invariant($"\"q{i}\":1,\"q{i}-metadata\":{{\"confidence\":1,\"class-name\":\"l{i}\",\"type\":\"groundtruth/image-classification\",\"human-annotated\":\"yes\",\"creation-date\":\"2026-01-15T08:00:00\"}},"))));
}
