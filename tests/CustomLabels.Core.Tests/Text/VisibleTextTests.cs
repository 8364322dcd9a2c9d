using Xunit;

namespace CustomLabels.Core.Tests.Text;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("C:\\bilder\\größe 'a' [1].jpg")]
    [InlineData("\u65E5\u672C\u8A9E\uD83D\uDE00.png")]
    [InlineData("")]
    public void What_can_be_seen_stays(string text) => Assert.Same(text, VisibleText.Of(text));

    [Theory]
    [InlineData("a\u001B[2Jb", "a\\u001B[2Jb")]
    [InlineData("\r\n\t\0", "\\u000D\\u000A\\u0009\\u0000")]
    [InlineData("\u007F\u009B31m", "\\u007F\\u009B31m")]
    [InlineData("x\u202Egnp.exe", "x\\u202Egnp.exe")]
    [InlineData("a\u2028b\u200B\uFEFF", "a\\u2028b\\u200B\\uFEFF")]
    [InlineData("\uDB40\uDC41!", "\\uDB40\\uDC41!")]
    public void What_cannot_be_seen_is_written_out(string text, string visible) => Assert.Equal(visible, VisibleText.Of(text));

    [Fact]
    public void A_long_text_keeps_its_beginning_and_its_end()
    {
        var text = "begin" + new string('x', 8_000_000) + "end.jpg";
        var shown = VisibleText.Of(text);
        Assert.Equal(VisibleText.MaxLength, shown.Length);
        Assert.StartsWith("beginxxx", shown, System.StringComparison.Ordinal);
        Assert.Contains("x…x", shown, System.StringComparison.Ordinal);
        Assert.EndsWith("xxxend.jpg", shown, System.StringComparison.Ordinal);
        Assert.Equal(shown, VisibleText.Cut(text));
        Assert.Equal(text, VisibleText.Whole(text));
        Assert.Equal(80, VisibleText.Cut(text, 80).Length);
    }

    [Fact]
    public void What_is_written_out_counts_too()
    {
        Assert.Equal(VisibleText.MaxLength, VisibleText.Of(new string('\u001B', 300)).Length);
        Assert.Same("as it is", VisibleText.Cut("as it is"));
        Assert.Null(VisibleText.Cut(null));
    }

    [Fact]
    public void No_character_is_cut_in_half()
    {
        var smile = "\uD83D\uDE00";
        foreach (var before in new[] { "", "x", "xx" })
        {
            var cut = VisibleText.Cut(before + string.Concat(System.Linq.Enumerable.Repeat(smile, 1000)) + "y");
            Assert.InRange(cut.Length, VisibleText.MaxLength - 2, VisibleText.MaxLength);
            Assert.Equal(cut, VisibleText.Whole(cut));
        }
    }

    // Not inline data: attributes are stored as UTF-8, which can't hold it.
    [Fact]
    public void Half_a_surrogate_pair_is_written_out() => Assert.Equal("\uD83D\uDE00\\uD83D", VisibleText.Of("\uD83D\uDE00\uD83D"));
}
