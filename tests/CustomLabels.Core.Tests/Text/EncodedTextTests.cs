using CustomLabels.Text;
using Xunit;

namespace CustomLabels.Core.Tests.Text;

public sealed class EncodedTextTests
{
    [Theory]
    [InlineData("has+space", "has space")]
    [InlineData("a%281%29.jpg", "a(1).jpg")]
    [InlineData("2026/gr%C3%B6%c3%9fe.jpg", "2026/größe.jpg")]
    [InlineData("a%2Bb", "a+b")]
    [InlineData("größe+1", "größe 1")]
    public void What_looks_encoded_is_decoded(string text, string decoded) => Assert.Equal(decoded, EncodedText.Decode(text));

    [Theory]
    [InlineData("a.jpg")]
    [InlineData("")]
    [InlineData("100%")]
    [InlineData("100% of it")]
    [InlineData("a%2")]
    [InlineData("a%zz")]
    [InlineData("a%FF")]
    public void What_was_not_encoded_is_not(string text) => Assert.Null(EncodedText.Decode(text));
}
