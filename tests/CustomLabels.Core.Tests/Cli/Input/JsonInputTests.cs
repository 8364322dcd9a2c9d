using System.Linq;
using CustomLabels.Arns;
using Xunit;

namespace CustomLabels.Core.Tests.Cli.Input;

/// <summary>JSON as Python's json reads it, because the AWS CLI is written in Python.</summary>
public sealed class JsonInputTests
{
    [Fact]
    public void Of_two_members_with_one_name_the_last_counts() => Assert.Equal(2, Inputs.Json("""{"MaxResults": "x", "MaxResults": 2}""").MaxResults);

    [Theory]
    [InlineData("{\"MaxResults\": 1,}", "line 1, column 18: '}' is not expected")]
    [InlineData("{\n  \"MaxResults\": 1 // one\n}", "line 2, column 19: '// one")]
    [InlineData("{} {}", "line 1, column 4: '{}' is not expected")]
    [InlineData("{\n\n\"MaxResults\": 'x'}", "line 3, column 15: ''x'}' is not expected")]
    [InlineData("{\n\"ü\": 'x'}", "line 2, column 6: ''x'}' is not expected")]
    [InlineData("{\"MinConfidence\": NaN}", "line 1, column 19: 'NaN}' is not expected")]
    [InlineData("{\"ProjectVersionArn\": \"a\nb\"}", "line 1, column 25: ")]
    [InlineData("{", "not JSON: line 1, column ")]
    public void What_is_not_JSON_says_where(string text, string problem) => Assert.Contains(problem, Inputs.Problem(() => Inputs.Json(text)), System.StringComparison.Ordinal);

    [Fact]
    public void Half_a_surrogate_pair_is_refused() => Assert.Contains("half a surrogate pair", Inputs.Problem(() => Inputs.Json("""{"ProjectVersionArn": "\ud800"}""")), System.StringComparison.Ordinal);

    [Theory]
    [InlineData(500, "Foo is unknown")]
    [InlineData(100_000, "not JSON")]
    public void Deep_nesting_is_an_error_and_no_crash(int depth, string problem)
    {
        var nested = string.Concat(Enumerable.Repeat("[", depth)) + string.Concat(Enumerable.Repeat("]", depth));
        Assert.Contains(problem, Inputs.Problem(() => Inputs.Json($$"""{"Foo": {{nested}}}""")), System.StringComparison.Ordinal);
    }
}
