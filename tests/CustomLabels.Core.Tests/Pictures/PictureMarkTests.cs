using CustomLabels.Pictures;
using Xunit;

namespace CustomLabels.Core.Tests.Pictures;

public sealed class PictureMarkTests
{
    [Theory]
    [InlineData("scratch", "scratch")]
    [InlineData("a\u202Eb\u001B[2J", "a b [2J")]
    [InlineData("\u0915\u094D\u200D\u0937", "\u0915\u094D\u200D\u0937")]
    [InlineData("\u200B", "?")]
    [InlineData("", "?")]
    public void A_name_is_drawn_without_what_has_no_shape(string name, string drawn) => Assert.Equal(drawn, new PictureMark(name, Confidence: null, Box: null, IsTruth: false).DrawnName);

    [Fact]
    public void What_there_really_is_says_so_in_letters()
    {
        var truth = new PictureMark("dent", Confidence: null, Box: null, IsTruth: true);
        var answer = new PictureMark("dent", 98.06, Box: null, IsTruth: false);
        Assert.Equal(("GT ", "", "", " 98.1"), (truth.Prefix, truth.Suffix, answer.Prefix, answer.Suffix));
    }

    [Theory]
    [InlineData(0.1, 0.1, 0.2, 0.2, true)]
    [InlineData(-0.1, -0.1, 0.2, 0.2, true)]
    [InlineData(1, 0.1, 0.2, 0.2, false)]
    [InlineData(-0.3, 0.1, 0.2, 0.2, false)]
    [InlineData(0.1, 0.1, 0, 0.2, false)]
    [InlineData(double.NaN, 0.1, 0.2, 0.2, false)]
    [InlineData(0.1, 0.1, double.PositiveInfinity, 0.2, false)]
    public void A_box_that_is_nowhere_in_the_picture_is_no_place(double left, double top, double width, double height, bool hasPlace) =>
        Assert.Equal(hasPlace, new PictureMark("a", Confidence: null, new BoundingBox(left, top, width, height), IsTruth: false).HasPlace);
}
