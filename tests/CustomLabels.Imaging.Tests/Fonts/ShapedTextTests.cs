using System;
using System.IO;
using System.Linq;
using CustomLabels.Imaging.Fonts;
using SkiaSharp;
using Xunit;

namespace CustomLabels.Imaging.Tests.Fonts;

public sealed class ShapedTextTests
{
    [Fact]
    public void Without_any_font_of_the_machine_latin_greek_and_cyrillic_are_there()
    {
        using var shaper = new TextShaper(new FontSet([], []), 20);
        using var text = shaper.Shape("scratch Größe Ωμέγα Жук 98.1 %");
        Assert.True(text.IsComplete);
        Assert.True(IsDrawn(text));
    }

    [Fact]
    public void A_letter_that_no_font_has_is_a_box_and_is_told()
    {
        using var shaper = new TextShaper(new FontSet([], []), 20);
        using var text = shaper.Shape("\u5212\u75D5");
        Assert.False(text.IsComplete);
        Assert.True(IsDrawn(text));
    }

    [Fact]
    public void Half_a_character_is_no_reason_to_fail()
    {
        using var shaper = new TextShaper(new FontSet([], []), 20);
        using var text = shaper.Shape("a\uD83D", "\uDD27b");
        Assert.True(IsDrawn(text));
    }

    [Fact]
    public void What_is_no_font_is_passed_over_and_no_font_of_the_user_is_an_error()
    {
        using var folder = new CustomLabels.Tests.TemporaryFolder();
        var broken = folder.Write("broken.ttf", "no font");
        Assert.Equal(ErrorId.RequestInvalid, Assert.Throws<CustomLabelsException>(() => FontSet.Of(broken)).Error.Id);
        Assert.NotNull(new FontSet([broken], [broken]).For('a'));
    }

    [FontFact]
    public void Arabic_is_joined_and_runs_from_right_to_left()
    {
        var fonts = new FontSet([], FontFolders.OfSystem());
        using var shaper = new TextShaper(fonts, 20);
        // Alone each letter has its isolated form; joined they have others.
        using var joined = shaper.Shape("\u0628\u0628\u0628");
        using var alone = shaper.Shape("\u0628");
        var glyphs = joined.Pieces.Single().Glyphs;
        Assert.Equal(3, glyphs.Distinct().Count());
        Assert.DoesNotContain(alone.Pieces.Single().Glyphs[0], glyphs);
        // The letter that is read first, alef, is drawn last.
        using var alef = shaper.Shape("\u0627");
        using var word = shaper.Shape("\u0627\u0628");
        Assert.Equal(alef.Pieces.Single().Glyphs[0], word.Pieces.Single().Glyphs.Last());
    }

    private static bool IsDrawn(ShapedText text)
    {
        using var picture = DrawnPictures.Draw((int)text.Width + 1, 40, (_, _) => SKColors.White);
        using (var canvas = new SKCanvas(picture))
        {
            using var paint = new SKPaint { Color = SKColors.Black };
            text.Draw(canvas, 0, 30, paint);
        }

        return Enumerable.Range(0, picture.Width * picture.Height).Count(i => picture.GetPixel(i % picture.Width, i / picture.Width) == SKColors.Black) > 10;
    }

    /// <summary>A test that needs a font with Arabic letters on this machine.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class FontFactAttribute : FactAttribute
    {
        public FontFactAttribute()
        {
            if (new FontSet([], FontFolders.OfSystem()).For('\u0628') is null) Skip = "No font of this machine has Arabic letters.";
        }
    }
}
