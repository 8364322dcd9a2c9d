using System;
using System.Linq;
using System.Text;
using CustomLabels.Detection.Protocol;
using Xunit;

namespace CustomLabels.Core.Tests.Detection.Protocol;

public sealed class DetectResponseTests
{
    [Fact]
    public void The_guides_own_sample_is_read_to_the_last_digit()
    {
        var label = Assert.Single(Read("""
            {"CustomLabels":[{"Name":"MyLogo","Confidence":77.7729721069336,"Geometry":{"BoundingBox":
            {"Width":0.198987677693367,"Height":0.31296101212501526,"Left":0.07924537360668182,"Top":0.4037395715713501}}}]}
            """));
        Assert.Equal("MyLogo", label.Name);
        Assert.Equal(77.7729721069336, label.Confidence);
        Assert.Equal(new BoundingBox(0.07924537360668182, 0.4037395715713501, 0.198987677693367, 0.31296101212501526), label.Geometry!.BoundingBox);
        Assert.Empty(label.Geometry.Polygon);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"CustomLabels":null}""")]
    [InlineData("""{"CustomLabels":[]}""")]
    [InlineData("""{"CustomLabels":[],"Later":{"CustomLabels":[{"Name":"x"}]}}""")]
    public void No_labels_is_an_answer(string body) => Assert.Empty(Read(body));

    [Fact]
    public void Image_level_labels_have_no_geometry()
    {
        Assert.Null(Assert.Single(Read("""{"CustomLabels":[{"Name":"blurred","Confidence":91.5}]}""")).Geometry);
        Assert.Null(Assert.Single(Read("""{"CustomLabels":[{"Name":"blurred","Confidence":91.5,"Geometry":null}]}""")).Geometry);
    }

    [Fact]
    public void Every_optional_member_may_be_absent()
    {
        var label = Assert.Single(Read("""{"CustomLabels":[{}]}"""));
        Assert.Equal(("", 0d), (label.Name, label.Confidence));
        Assert.Null(Assert.Single(Read("""{"CustomLabels":[{"Name":"a","Geometry":{}}]}""")).Geometry!.BoundingBox);
        Assert.Equal(new BoundingBox(0, 0.5, 0, 0), Assert.Single(Read("""{"CustomLabels":[{"Geometry":{"BoundingBox":{"Top":0.5}}}]}""")).Geometry!.BoundingBox);
    }

    [Fact]
    public void Boxes_outside_the_image_keep_the_services_numbers() =>
        Assert.Equal(
            new BoundingBox(-0.05, 0.9, 1.2, 0.3),
            Assert.Single(Read("""{"CustomLabels":[{"Name":"a","Geometry":{"BoundingBox":{"Left":-0.05,"Top":0.9,"Width":1.2,"Height":0.3}}}]}""")).Geometry!.BoundingBox);

    [Fact]
    public void Polygons_and_numbers_that_JSON_lacks_are_read()
    {
        var label = Assert.Single(Read("""{"CustomLabels":[{"Confidence":"NaN","Geometry":{"Polygon":[{"X":0.1,"Y":"Infinity"},{"X":"-Infinity"}]}}]}"""));
        Assert.True(double.IsNaN(label.Confidence));
        Assert.Equal([new Point(0.1, double.PositiveInfinity), new Point(double.NegativeInfinity, 0)], label.Geometry!.Polygon);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>Sign in</html>")]
    [InlineData("[]")]
    [InlineData("""{"CustomLabels":{}}""")]
    [InlineData("""{"CustomLabels":[1]}""")]
    [InlineData("""{"CustomLabels":[{"Confidence":"high"}]}""")]
    [InlineData("""{"CustomLabels":[{"Name":3}]}""")]
    [InlineData("""{"CustomLabels":[{"Name":"cut""")]
    public void What_is_no_answer_is_a_format_error(string body) => Assert.Throws<FormatException>(() => Read(body));

    [Fact]
    public void What_is_written_is_read_back()
    {
        CustomLabel[] labels =
        [
            new() { Name = "scratch \"é\" \u001b", Confidence = 98.1234567890123, Geometry = new Geometry(new BoundingBox(0.1, 0.2, 0.3, 0.4), [new Point(0.1, 0.2)]) },
            new() { Name = "blurred", Confidence = 50 },
        ];
        var read = DetectResponseReader.Read(DetectResponseWriter.Write(labels));
        Assert.Equal(labels.Select(l => (l.Name, l.Confidence, l.Geometry?.BoundingBox)), read.Select(l => (l.Name, l.Confidence, l.Geometry?.BoundingBox)));
        Assert.Equal(labels[0].Geometry!.Polygon, read[0].Geometry!.Polygon);
        Assert.Null(read[1].Geometry);
    }

    [Fact]
    public void What_is_written_has_the_services_numbers_and_letters()
    {
        CustomLabel[] labels = [new() { Name = "it's ä", Confidence = 100, Geometry = new Geometry(new BoundingBox(0, -0.5, 1e-7, double.NaN)) }];
        Assert.Equal(
            """{"CustomLabels":[{"Name":"it's ä","Confidence":100.0,"Geometry":{"BoundingBox":{"Width":1e-07,"Height":"NaN","Left":0.0,"Top":-0.5}}}]}""",
            Encoding.UTF8.GetString(DetectResponseWriter.Write(labels)));
    }

    private static CustomLabelCollection Read(string body) => DetectResponseReader.Read(Encoding.UTF8.GetBytes(body));
}
