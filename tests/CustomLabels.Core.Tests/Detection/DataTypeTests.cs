using System.Linq;
using CustomLabels.Api.Transport;
using Xunit;

namespace CustomLabels.Core.Tests.Detection;

public sealed class DataTypeTests
{
    [Theory]
    [InlineData(0.25, 0.5, 0.5, 0.25, 50, 50, 100, 25)]
    [InlineData(-0.1, -0.1, 1.5, 1.5, 0, 0, 200, 100)]
    [InlineData(0.0025, 0.005, 0.005, 0.005, 1, 1, 1, 0)]
    [InlineData(2, 2, 1, 1, 200, 100, 0, 0)]
    [InlineData(double.NaN, double.PositiveInfinity, 1, 1, 0, 100, 0, 0)]
    public void Edges_are_rounded_half_away_from_zero_and_clamped(double left, double top, double width, double height, int pixelLeft, int pixelTop, int pixelWidth, int pixelHeight) =>
        Assert.Equal(new PixelBox(pixelLeft, pixelTop, pixelWidth, pixelHeight), PixelBox.From(new BoundingBox(left, top, width, height), 200, 100));

    [Fact]
    public void Labels_read_as_one_line_and_by_member()
    {
        var labels = new CustomLabelCollection([new CustomLabel { Name = "scratch", Confidence = 98.06 }, new CustomLabel { Name = "dent", Confidence = 71 }]);
        Assert.Equal("scratch 98.1; dent 71.0", labels.ToString());
        Assert.Equal(["scratch", "dent"], labels.Name);
        Assert.Equal([98.06, 71], labels.Confidence);
        Assert.Equal("", CustomLabelCollection.None.ToString());
        Assert.Empty(CustomLabelCollection.None.Name);
    }

    [Fact]
    public void Secrets_are_not_part_of_a_settings_text() =>
        Assert.DoesNotContain("canary", new ConnectionSettings { AccessKey = "AKcanary", SecretKey = "SKcanary", SessionToken = "STcanary" }.ToString(), System.StringComparison.Ordinal);

    [Fact]
    public void Boxes_and_geometry_read_as_text()
    {
        var box = new BoundingBox(0.1, 0.25, 0.3333333, 0.5);
        Assert.Equal("left 0.1, top 0.25, width 0.333, height 0.5", new Geometry(box).ToString());
        Assert.Equal("0.1,0.2 0.3,0.4", new Geometry(BoundingBox: null, [new Point(0.1, 0.2), new Point(0.3, 0.4)]).ToString());
        Assert.Equal("1,2 3x4", new PixelBox(1, 2, 3, 4).ToString());
    }
}
