using System.Linq;
using Xunit;

namespace CustomLabels.Core.Tests.Text;

public sealed class TextDirectionsTests
{
    [Theory]
    [InlineData("scratch 98.1", "scratch 98.1")]
    [InlineData("", "")]
    [InlineData("...", "...")]
    [InlineData("\u05E1\u05D3\u05E7", "<\u05E1\u05D3\u05E7")]
    // A number is read from left to right between words that are not, and stays whole.
    [InlineData("\u05E1\u05D3\u05E7 1.2 \u05D2", "< \u05D2|1.2|<\u05E1\u05D3\u05E7 ")]
    [InlineData("\u05E1\u05D3\u05E7 12", "12|<\u05E1\u05D3\u05E7 ")]
    // The first letter says where the line begins: here on the left,
    [InlineData("a \u05E1 \u05D3 b", "a |<\u05E1 \u05D3| b")]
    // and here on the right.
    [InlineData("\u05E1 ab", "ab|<\u05E1 ")]
    [InlineData("\uD83D\uDD27 screw", "\uD83D\uDD27 screw")]
    public void Pieces_are_in_the_order_in_which_they_are_drawn(string text, string drawn) =>
        Assert.Equal(drawn, string.Join("|", TextDirections.Of(text).Select(piece => (piece.IsRightToLeft ? "<" : "") + piece.Text)));
}
