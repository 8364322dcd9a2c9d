using CustomLabels.Arns;
using Xunit;

namespace CustomLabels.Core.Tests.Arns;

public sealed class ProjectVersionArnTests
{
    [Theory]
    [InlineData("arn:aws:rekognition:us-east-1:123456789012:project/my.logo_2-x/version/my-logo.2026/1590000000000", "us-east-1", "my.logo_2-x", "my-logo.2026")]
    [InlineData("arn:aws-cn:rekognition:cn-north-1:123456789012:project/p/version/v/1", "cn-north-1", "p", "v")]
    [InlineData("arn:aws-us-gov:rekognition:us-gov-west-1:123456789012:project/p/version/v/1", "us-gov-west-1", "p", "v")]
    public void An_arn_is_taken_apart(string text, string region, string project, string version)
    {
        var arn = ProjectVersionArn.Parse(text);
        Assert.Equal((text, region, project, version), (arn.Text, arn.Region, arn.ProjectName, arn.VersionName));
    }

    [Theory]
    [InlineData("arn:aws:rekognition:us-east-1:123456789012:project/p/1590000000000")]
    [InlineData("arn:aws:rekognition:us-east-1:12345678901:project/p/version/v/1")]
    [InlineData("arn:aws:rekognition:us-east-1:123456789012:project/p/version/v/")]
    [InlineData("arn:aws:rekognition:us-east-1:123456789012:project/p/version/v/1 ")]
    [InlineData("arn:aws:rekognition:us-east-1:123456789012:project/p/version/v/1\n")]
    [InlineData("arn:aws:rekognition:us-east-1:123456789012:project/p q/version/v/1")]
    [InlineData("arn:aws:s3:::line4")]
    [InlineData("arn:x")]
    public void Another_form_is_refused_and_says_the_right_one(string text)
    {
        var error = Assert.Throws<CustomLabelsException>(() => ProjectVersionArn.Parse(text)).Error;
        Assert.Equal((ErrorId.ProjectVersionArnInvalid, ErrorScope.Model), (error.Id, error.Scope));
        Assert.Contains("project/PROJECT/version/VERSION/NUMBER", error.Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void An_arn_that_is_too_long_is_refused() =>
        Assert.Throws<CustomLabelsException>(() => ProjectVersionArn.Parse("arn:aws:rekognition:us-east-1:123456789012:project/p/version/v/" + new string('1', 2048)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void No_arn_is_missing_and_not_invalid(string? text) =>
        Assert.Equal(ErrorId.ProjectVersionArnMissing, Assert.Throws<CustomLabelsException>(() => ProjectVersionArn.Parse(text)).Error.Id);
}
