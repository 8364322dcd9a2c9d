using System.Linq;
using CustomLabels.Api.Constraints;
using Xunit;

namespace CustomLabels.Core.Tests.Api.Constraints;

public sealed class TextRuleTests
{
    private const string OfTags = @"^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]*$";

    [Theory]
    [InlineData("\U0001F600\U0001F600", 0)]
    [InlineData("\U0001F600\U0001F600\U0001F600", 1)]
    [InlineData("\U0001F600", 1)]
    [InlineData("ab", 0)]
    [InlineData("abc", 1)]
    public void A_length_is_in_characters_of_Unicode(string text, int violations) => Assert.Equal(violations, new TextRule(2, 2).Violations(text).Count());

    [Theory]
    [InlineData(OfTags, "\U00020BB7\u91CE", true)]
    [InlineData(OfTags, "\U0001D7D7", true)]
    [InlineData(OfTags, "\U0001F600", false)]
    [InlineData(OfTags, "aws:\U00020BB7", false)]
    [InlineData(@"[\u0009\u000A\u000D\u0020-\u00FF]+", "\U0001D41A", false)]
    [InlineData("[a-z]+", "\U0001D41A", false)]
    [InlineData(".{1,}", "\U0001F600", true)]
    [InlineData(@".*\S.*", "\U0001F600", true)]
    public void A_character_beyond_FFFF_is_one_of_its_kind(string pattern, string text, bool isMet) => Assert.Equal(isMet, new TextRule(null, null, pattern).IsMet(text));
}
