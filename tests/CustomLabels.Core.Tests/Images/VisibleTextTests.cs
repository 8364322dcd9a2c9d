using Xunit;

namespace CustomLabels.Core.Tests.Images;

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

    // Not inline data: attributes are stored as UTF-8, which can't hold it.
    [Fact]
    public void Half_a_surrogate_pair_is_written_out() => Assert.Equal("\uD83D\uDE00\\uD83D", VisibleText.Of("\uD83D\uDE00\uD83D"));
}
