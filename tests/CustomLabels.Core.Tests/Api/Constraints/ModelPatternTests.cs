using System.Linq;
using CustomLabels.Api.Constraints;
using CustomLabels.Api.Generated;
using CustomLabels.Arns;
using Xunit;

namespace CustomLabels.Core.Tests.Api.Constraints;

/// <summary>The model's patterns are Java's.</summary>
public sealed class ModelPatternTests
{
    [Theory]
    [InlineData("[a-z]+", "abc", true)]
    [InlineData("[a-z]+", "abc1", false)]
    [InlineData("[a-z]+", "abc\n", false)]
    [InlineData("^[a-z]*$", "", true)]
    [InlineData(@"\d{2}", "12", true)]
    [InlineData(@"\d{2}", "1\u0663", false)]
    [InlineData(@"[x\d-]+", "x1-", true)]
    [InlineData(@"[x\d-]+", "\u0663", false)]
    [InlineData(".{1,}", "a b\t", true)]
    [InlineData(".{1,}", "a\rb", false)]
    [InlineData(".{1,}", "a\u2028b", false)]
    [InlineData(@".*\S.*", " a ", true)]
    [InlineData(@".*\S.*", " \t ", false)]
    [InlineData(@".*\S.*", "\u00A0", true)]
    [InlineData(@"^\{.*\}$", "{\"a\":1}", true)]
    [InlineData(@"a\/b", "a/b", true)]
    [InlineData("a|bc", "abc", false)]
    [InlineData("[a-zA-Z0-9-_. ()':,;?]+", "a-b_c. (d)':,;?", true)]
    [InlineData("[a-zA-Z0-9-_. ()':,;?]+", "a!b", false)]
    [InlineData(@"^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]*$", "line: 4 \u00E9\u5B57", true)]
    [InlineData(@"^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]*$", "aws:x", false)]
    public void A_text_matches_as_the_service_would_match_it(string pattern, string text, bool isMatch) => Assert.Equal(isMatch, new ModelPattern(pattern).IsMatch(text));

    [Theory]
    [InlineData("arn:aws:rekognition:us-east-1:123456789012:project/p/version/v/1590000000000")]
    [InlineData("arn:aws:rekognition:us-east-1:123456789012:project/p/version/v/1590000000000\n")]
    [InlineData("arn:aws:rekognition:us-east-1:12345678901\u0663:project/p/version/v/1")]
    [InlineData("arn:aws:rekognition:us-east-1:123456789012:project/p/1590000000000")]
    [InlineData("arn:AWS:rekognition:us-east-1:123456789012:project/p/version/v/1")]
    [InlineData("arn:aws:rekognition:us-east-1:123456789012:project//version/v/1")]
    public void The_ARNs_that_are_taken_apart_are_those_that_the_model_allows(string text)
    {
        Assert.Equal(Shapes.ProjectVersionArn.IsMet(text), ProjectVersionArn.TryParse(text) is not null);
        Assert.Equal(Shapes.ProjectArn.IsMet(text), ProjectArn.TryParse(text) is not null);
        Assert.Equal((Shapes.ProjectVersionArn.Length.Min, Shapes.ProjectVersionArn.Length.Max), (ProjectVersionArn.MinLength, ProjectVersionArn.MaxLength));
    }

    [Fact]
    public void A_rule_says_all_that_a_text_violates() =>
        Assert.Equal(
            ["Member must have length greater than or equal to 3", "Member must satisfy regular expression pattern: [0-9A-Za-z\\.\\-_]*"],
            Shapes.S3Bucket.Violations("!").ToArray());
}
