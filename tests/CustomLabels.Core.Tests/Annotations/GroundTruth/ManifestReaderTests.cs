using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using CustomLabels.Annotations.Content;
using CustomLabels.Annotations.GroundTruth;
using Xunit;

namespace CustomLabels.Core.Tests.Annotations.GroundTruth;

public class ManifestReaderTests
{
    private const string Class = """
        {"source-ref":"s3://b/a.png","q":1,"q-metadata":{"confidence":0.9231,"class-name":"blurred","type":"groundtruth/image-classification"}}
        """;

    private const string Boxes = """
        {"source-ref":"s3://b/a.png","d":{"image_size":[{"width":640,"height":480,"depth":3}],"annotations":[{"class_id":0,"left":64,"top":120,"width":320,"height":48},{"class_id":1,"left":0,"top":0,"width":640,"height":480}]},"d-metadata":{"objects":[{"confidence":0.4},{"confidence":0.97}],"class-map":{"0":"scratch","1":"dent"},"type":"groundtruth/object-detection"}}
        """;

    public static TheoryData<string, string> BadLines => new()
    {
        { "{", "ERROR_INVALID_JSON_LINE" },
        { "[]", "ERROR_INVALID_JSON_LINE" },
        { Class + ",", "ERROR_INVALID_JSON_LINE" },
        { Class.Replace("blurred", "\\ud800"), "ERROR_INVALID_JSON_LINE" },
        { Class.Replace("source-ref", "source_ref"), "ERROR_MISSING_SOURCE_REF" },
        { Class.Replace("s3://b/a.png", "https://b/a.png"), "ERROR_INVALID_SOURCE_REF_FORMAT" },
        { Class.Replace("s3://b/a.png", "s3://b"), "ERROR_INVALID_SOURCE_REF_FORMAT" },
        { Class.Replace("s3://b/a.png", "s3://b/"), "ERROR_INVALID_SOURCE_REF_FORMAT" },
        { Class.Replace("s3://b/a.png", "s3:///a.png"), "ERROR_INVALID_SOURCE_REF_FORMAT" },
        { Class.Replace("\"s3://b/a.png\"", "7"), "ERROR_INVALID_SOURCE_REF_FORMAT" },
        { Class.Replace("s3://b/a.png", "s3://b/../a.png"), "ERROR_INVALID_SOURCE_REF_FORMAT" },
        { Class.Replace("s3://b/a.png", "s3://b/x/../../a.png"), "ERROR_INVALID_SOURCE_REF_FORMAT" },
        { Class.Replace("s3://b/a.png", "s3://b//etc/a.png"), "ERROR_INVALID_SOURCE_REF_FORMAT" },
        { """{"source-ref":"s3://b/a.png","q":1}""", "ERROR_NO_LABEL_ATTRIBUTES" },
        { """{"source-ref":"s3://b/a.png","q-metadata":{}}""", "ERROR_NO_LABEL_ATTRIBUTES" },
        { Class.Replace("image-classification", "wrongtype"), "ERROR_UNSUPPORTED_USE_CASE_TYPE" },
        { """{"source-ref":"s3://b/a.png","q":1,"q-metadata":7}""", "ERROR_UNSUPPORTED_USE_CASE_TYPE" },
        { Class.Replace("\"class-name\":\"blurred\",", ""), "ERROR_INVALID_LABEL_ATTRIBUTE_METADATA_FORMAT" },
        { Class.Replace("\"confidence\":0.9231,", ""), "ERROR_INVALID_LABEL_ATTRIBUTE_METADATA_FORMAT" },
        { Class.Replace("0.9231", "92.31"), "ERROR_INVALID_LABEL_ATTRIBUTE_METADATA_FORMAT" },
        { Class.Replace("0.9231", "-0.1"), "ERROR_INVALID_LABEL_ATTRIBUTE_METADATA_FORMAT" },
        { Class.Replace("0.9231", "1e999"), "ERROR_INVALID_LABEL_ATTRIBUTE_METADATA_FORMAT" },
        { Class.Replace("0.9231", "\"1\""), "ERROR_INVALID_LABEL_ATTRIBUTE_METADATA_FORMAT" },
        { Class.Replace("blurred", ""), "ERROR_INVALID_LABEL_NAME_LENGTH" },
        { Class.Replace("blurred", new string('x', 257)), "ERROR_INVALID_LABEL_NAME_LENGTH" },
        { Boxes.Replace("image_size", "size"), "ERROR_INVALID_LABEL_ATTRIBUTE_FORMAT" },
        { Boxes.Replace("\"width\":640,\"height\":480,\"depth\"", "\"width\":0,\"height\":480,\"depth\""), "ERROR_INVALID_LABEL_ATTRIBUTE_FORMAT" },
        { Boxes.Replace("annotations", "boxes"), "ERROR_INVALID_LABEL_ATTRIBUTE_FORMAT" },
        { Boxes.Replace("\"left\":64", "\"left\":\"64\""), "ERROR_INVALID_LABEL_ATTRIBUTE_FORMAT" },
        { Boxes.Replace("\"class_id\":0", "\"class_id\":\"0\""), "ERROR_INVALID_LABEL_ATTRIBUTE_FORMAT" },
        { Boxes.Replace("\"class_id\":0", "\"class_id\":2"), "ERROR_MISSING_CLASS_MAP_ID" },
        { Boxes.Replace("\"class-map\"", "\"classes\""), "ERROR_INVALID_LABEL_ATTRIBUTE_METADATA_FORMAT" },
        { Boxes.Replace("\"objects\"", "\"things\""), "ERROR_INVALID_LABEL_ATTRIBUTE_METADATA_FORMAT" },
        { Boxes.Replace(",{\"confidence\":0.97}", ""), "ERROR_MISSING_BOUNDING_BOX_CONFIDENCE" },
        { Boxes.Replace("{\"confidence\":0.97}", "{}"), "ERROR_MISSING_BOUNDING_BOX_CONFIDENCE" },
        { Boxes.Replace("\"left\":64", "\"left\":-1"), "ERROR_INVALID_BOUNDING_BOX" },
        { Boxes.Replace("\"left\":64", "\"left\":321"), "ERROR_INVALID_BOUNDING_BOX" },
        { Boxes.Replace("\"top\":120", "\"top\":433"), "ERROR_INVALID_BOUNDING_BOX" },
        { Boxes.Replace("\"width\":320", "\"width\":1"), "ERROR_BOUNDING_BOX_TOO_SMALL" },
        { ManyBoxes(51), "ERROR_TOO_MANY_BOUNDING_BOXES" },
        { Class.Replace("s3://b/a.png", "s3://other/z.png"), "ERROR_IMAGES_IN_MULTIPLE_S3_BUCKETS" },
        { Class.Insert(1, new string(' ', 100_001 - Class.Length)), "ERROR_INVALID_JSON_LINE" },
    };

    [Fact]
    public void An_image_level_label_has_its_name_its_confidence_times_100_and_no_geometry()
    {
        var image = Assert.Single(Read(Class));
        Assert.Equal("b", image.Source.Bucket);
        Assert.Equal("a.png", image.Source.Name);
        Assert.Equal(new LabelAnnotation { Name = "blurred", Confidence = 92.31 }, Assert.Single(image.Labels));
    }

    [Fact]
    public void Boxes_become_ratios_of_the_image_and_the_most_confident_comes_first()
    {
        var labels = Assert.Single(Read(Boxes)).Labels;
        Assert.Equal("dent 97.0; scratch 40.0", string.Join("; ", labels.Select(Shown)));
        Assert.Equal(new BoundingBox(0, 0, 1, 1), labels[0].BoundingBox);
        Assert.Equal(new BoundingBox(0.1, 0.25, 0.5, 0.1), labels[1].BoundingBox);
    }

    [Fact]
    public void All_attributes_of_a_line_count_and_of_equal_confidences_the_earlier_comes_first()
    {
        const string More = """
            "q":1,"q-metadata":{"confidence":0.4,"class-name":"blurred","type":"groundtruth/image-classification"},
            "r":0,"r-metadata":{"confidence":1,"class-name":"dirty","type":"groundtruth/image-classification"}
            """;
        var chained = Boxes.Replace("0.97", "0.4").Insert(Boxes.IndexOf("\"d\":", StringComparison.Ordinal), More.Replace('\n', ' ') + ",");
        Assert.Equal("dirty 100.0; blurred 40.0; scratch 40.0; dent 40.0", string.Join("; ", Assert.Single(Read(chained)).Labels.Select(Shown)));
    }

    [Fact]
    public void Every_confidence_of_four_decimals_is_exact()
    {
        for (var i = 0; i <= 10_000; i++)
        {
            var text = (i / 10_000m).ToString(CultureInfo.InvariantCulture);
            var expected = double.Parse((i / 100m).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            Assert.Equal(expected, Read(Class.Replace("0.9231", text))[0].Labels[0].Confidence);
        }
    }

    [Theory]
    [InlineData("""{"source-ref":"s3://b/a.png"}""")]
    [InlineData("""{"source-ref":"s3://b/a.png","cl-metadata":{"is_labeled":false},"warnings":[{"code":"WARNING_UNANNOTATED_RECORD"}]}""")]
    [InlineData("""{"source-ref":"s3://b/a.png","d":{"image_size":[{"width":640,"height":480,"depth":3}],"annotations":[]},"d-metadata":{"objects":[],"class-map":{},"type":"groundtruth/object-detection"}}""")]
    public void An_image_without_labels_is_known_all_the_same(string line)
    {
        Assert.Empty(Assert.Single(Read(line)).Labels);
    }

    [Fact]
    public void Keys_that_are_no_attributes_are_ignored_beside_one_that_is()
    {
        var line = Class.Insert(1, "\"id\":5,\"cl-metadata\":{\"is_labeled\":true},");
        Assert.Single(Assert.Single(Read(line)).Labels);
    }

    [Fact]
    public void A_line_may_be_100000_characters()
    {
        Assert.Single(Read(Class.Insert(1, new string(' ', 100_000 - Class.Length)) + "\r\n"));
    }

    [Fact]
    public void Fifty_boxes_are_allowed() => Assert.Equal(50, Assert.Single(Read(ManyBoxes(50))).Labels.Count);

    [Fact]
    public void Keys_are_taken_letter_by_letter()
    {
        Assert.Equal("x/a%20b+c é[1].png", Assert.Single(Read(Class.Replace("a.png", "x/a%20b+c é[1].png"))).Source.Name);
    }

    [Theory]
    [MemberData(nameof(BadLines))]
    public void A_bad_line_is_refused_with_its_number_and_AWSs_code(string line, string code)
    {
        var error = Assert.Throws<ManifestException>(() => Read(Class.Replace("a.png", "first.png") + "\n\n" + line));
        Assert.Equal(code, error.Code);
        Assert.Equal(3, error.LineNumber);
        Assert.Equal("m.jsonl", error.File);
        Assert.StartsWith("m.jsonl, line 3: ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith($"({code})", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_long_text_little_is_repeated()
    {
        var error = Assert.Throws<ManifestException>(() => Read(Class.Replace("s3://b/a.png", new string('x', 50_000))));
        Assert.Equal("ERROR_INVALID_SOURCE_REF_FORMAT", error.Code);
        Assert.InRange(error.Message.Length, 1, 2 * VisibleText.MaxLength);
        Assert.EndsWith("is not of the form 's3://bucket/key'. (ERROR_INVALID_SOURCE_REF_FORMAT)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_image_in_two_lines_is_refused_with_both_numbers()
    {
        var error = Assert.Throws<ManifestException>(() => Read(Class + "\n" + Class.Replace("a.png", "b.png") + "\n" + Boxes));
        Assert.Equal(3, error.LineNumber);
        Assert.Null(error.Code);
        Assert.Contains("'s3://b/a.png' is in line 1.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \r\n")]
    public void A_manifest_without_lines_is_refused(string text)
    {
        Assert.Equal(0, Assert.Throws<ManifestException>(() => Read(text)).LineNumber);
    }

    [Fact]
    public void A_file_may_have_a_byte_order_mark_Windows_line_ends_and_empty_lines()
    {
        using var folder = new TemporaryFolder();
        var text = "\r\n" + Class + "\r\n\r\n" + Class.Replace("a.png", "é.png") + "\r\n";
        var file = folder.Write("m.jsonl", new byte[] { 0xEF, 0xBB, 0xBF }.Concat(Encoding.UTF8.GetBytes(text)).ToArray());
        Assert.Equal("a.png, é.png", string.Join(", ", ManifestReader.Read(new AnnotationContent(file)).Images.Select(image => image.Source.Name)));
    }

    [Fact]
    public void A_file_that_is_not_UTF_8_is_refused()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("m.jsonl", Encoding.GetEncoding("iso-8859-1").GetBytes(Class.Replace("blurred", "é")));
        Assert.Equal("ERROR_INVALID_JSON_LINE", Assert.Throws<ManifestException>(() => ManifestReader.Read(new AnnotationContent(file))).Code);
    }

    [Theory]
    [InlineData("""{"source-ref":"s3://b/f.png","q-metadata":{"retry-count":1,"failure-reason":"ClientError: the image can't be decoded","human-annotated":"yes"}}""")]
    [InlineData("""{"source-ref":"s3://b/f.png","q":1,"q-metadata":{"failure-reason":"InternalError","type":"groundtruth/image-classification"}}""")]
    [InlineData("""{"source-ref":"https://b/f.png","q-metadata":{"failure-reason":"ClientError: unsupported URI"},"r-metadata":{"failure-reason":""}}""")]
    public void A_line_that_only_records_a_failure_is_counted_and_passed_over(string line)
    {
        var content = ManifestReader.Read(Content(string.Join("\n", line, Class, line)));
        Assert.Equal(2, content.FailedLineCount);
        Assert.Equal("a.png", Assert.Single(content.Images).Source.Name);
    }

    [Fact]
    public void A_failure_beside_labels_leaves_the_labels()
    {
        var content = ManifestReader.Read(Content(Class.Insert(1, "\"d\":{},\"d-metadata\":{\"failure-reason\":\"InternalError\"},")));
        Assert.Equal((0, "blurred"), (content.FailedLineCount, Assert.Single(Assert.Single(content.Images).Labels).Name));
    }

    [Fact]
    public void A_manifest_of_nothing_but_failures_is_refused()
    {
        var error = Assert.Throws<ManifestException>(() => Read("""{"source-ref":"s3://b/f.png","q-metadata":{"failure-reason":"InternalError"}}"""));
        Assert.Equal("m.jsonl: Every line of the manifest only records that labelling an image failed. Give the manifest of a labelling job that has labelled images.", error.Message);
    }

    [Theory]
    [InlineData("\"0\":\"scratch\"", "\"0\":7", "The class-map of 'd' has 7 for \"0\"; that is a text, the label.")]
    [InlineData("\"0\":\"scratch\"", "\"0\":null", "The class-map of 'd' has null for \"0\"; that is a text, the label.")]
    [InlineData("\"0\":\"scratch\"", "\"2\":\"scratch\"", "A box of 'd' has class_id 0; its class-map has no \"0\".")]
    [InlineData("{\"0\":\"scratch\",\"1\":\"dent\"}", "[\"scratch\"]", "The class-map of 'd' is [\"scratch\"]; it is an object of labels by class_id.")]
    [InlineData("\"class-map\"", "\"classes\"", "The class-map of 'd' is absent; it is an object of labels by class_id.")]
    [InlineData("\"class_id\":0", "\"class_id\":\"0\"", "In 'd' the class_id of a box is \"0\", no number.")]
    [InlineData("\"left\":64", "\"left\":\"64\"", "In 'd' left is \"64\", no number.")]
    [InlineData("\"objects\"", "\"things\"", "The objects of 'd' are absent; they are an array with a confidence for each box.")]
    [InlineData("\"groundtruth/object-detection\"", "7", "That of 'd' is 7 and may be")]
    public void What_is_of_the_wrong_kind_is_said_so(string right, string wrong, string found)
    {
        var line = Boxes.Replace(right, wrong);
        Assert.NotEqual(Boxes, line);
        Assert.Contains(found, Assert.Throws<ManifestException>(() => Read(line)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_name_that_is_no_text_is_said_so() =>
        Assert.Contains("The class-name of 'q' is 7; it is a text, the label.", Assert.Throws<ManifestException>(() => Read(Class.Replace("\"blurred\"", "7"))).Message, StringComparison.Ordinal);

    private static string Shown(LabelAnnotation label) => string.Format(CultureInfo.InvariantCulture, "{0} {1:0.0}", label.Name, label.Confidence);

    private static string ManyBoxes(int count)
    {
        var boxes = string.Join(",", Enumerable.Repeat("""{"class_id":0,"left":1,"top":1,"width":2,"height":2}""", count));
        var objects = string.Join(",", Enumerable.Repeat("""{"confidence":1}""", count));
        return $$$"""{"source-ref":"s3://b/a.png","d":{"image_size":[{"width":640,"height":480,"depth":3}],"annotations":[{{{boxes}}}]},"d-metadata":{"objects":[{{{objects}}}],"class-map":{"0":"x"},"type":"groundtruth/object-detection"}}""";
    }

    private static AnnotationContent Content(string text) => new("m.jsonl", () => new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static IReadOnlyList<ManifestImage> Read(string text) => ManifestReader.Read(Content(text)).Images;
}
