using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Pictures;
using Xunit;

namespace CustomLabels.Core.Tests.Pictures;

public sealed class ColorTests
{
    private static readonly LabelColors Usual = new(new Dictionary<string, PictureColor>(StringComparer.Ordinal));

    [Theory]
    [InlineData("#0af", 0, 0xAA, 0xFF)]
    [InlineData("#E69F00", 0xE6, 0x9F, 0)]
    [InlineData("orange", 255, 165, 0)]
    [InlineData("WindowText", -1, 0, 0)]
    [InlineData("Transparent", -1, 0, 0)]
    [InlineData("#12345", -1, 0, 0)]
    [InlineData("#-12345", -1, 0, 0)]
    [InlineData("", -1, 0, 0)]
    public void Colours_are_read(string text, int red, int green, int blue)
    {
        Assert.Equal(red < 0 ? null : new PictureColor((byte)red, (byte)green, (byte)blue), PictureColor.TryParse(text));
    }

    [Theory]
    [InlineData("#000000", true)]
    [InlineData("#0072b2", true)]
    [InlineData("#f0e442", false)]
    [InlineData("#ffffff", false)]
    public void Letters_are_white_on_dark_and_black_on_light(string ground, bool isWhite) =>
        Assert.Equal(isWhite ? PictureColor.White : PictureColor.Black, PictureColor.TryParse(ground)!.Value.Contrast);

    // What people have in their reports by now: another colour for a name would be a change that they see.
    [Theory]
    [InlineData("scratch", 0, 158, 115)]
    [InlineData("dent", 240, 228, 66)]
    public void A_label_has_its_colour_on_every_machine(string label, byte red, byte green, byte blue) => Assert.Equal(new PictureColor(red, green, blue), Usual[label]);

    [Fact]
    public void There_are_as_many_colours_as_hues_and_steps_make()
    {
        var colors = Enumerable.Range(0, 500).Select(i => Usual[$"label {i}"]).Distinct().ToArray();
        Assert.Equal(21, colors.Length);
    }

    [Fact]
    public void A_chosen_colour_counts_and_the_star_is_for_the_rest()
    {
        var (red, grey) = (new PictureColor(255, 0, 0), new PictureColor(9, 9, 9));
        var colors = new LabelColors(new Dictionary<string, PictureColor>(StringComparer.Ordinal) { ["scratch"] = red, ["*"] = grey });
        Assert.Equal((red, grey), (colors["scratch"], colors["Scratch"]));
    }
}
