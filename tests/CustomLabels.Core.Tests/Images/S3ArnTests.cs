using CustomLabels.Images;
using Xunit;

namespace CustomLabels.Core.Tests.Images;

public sealed class S3ArnTests
{
    [Theory]
    [InlineData("arn:aws:s3:::line4/2026/a.jpg", "line4", "2026/a.jpg")]
    [InlineData("arn:aws-cn:s3:::line4/a.jpg", "line4", "a.jpg")]
    [InlineData("arn:aws-us-gov:s3:::line4/a.jpg", "line4", "a.jpg")]
    [InlineData("arn:aws-iso-b:s3:::line4/a.jpg", "line4", "a.jpg")]
    [InlineData("arn:aws:s3:::line4/a%20b+c[1]*?:#.jpg", "line4", "a%20b+c[1]*?:#.jpg")]
    [InlineData("arn:aws:s3:::line4//a", "line4", "/a")]
    public void An_objects_ARN_is_the_object_and_its_key_is_literal(string arn, string bucket, string key)
    {
        Assert.True(S3Arn.IsArn(arn));
        var image = S3Arn.Parse(arn);
        Assert.Equal((bucket, key, null, $"s3://{bucket}/{key}"), (image.Bucket, image.Key, image.VersionId, image.Name));
    }

    [Theory]
    [InlineData("arn:aws:s3:::line4", "a bucket and no key")]
    [InlineData("arn:aws:s3:::line4/", "the key has 0 bytes")]
    [InlineData("arn:aws:s3:::/a.jpg", "the bucket's name has 0 characters")]
    [InlineData("arn:aws:s3:eu-west-1:123456789012:accesspoint/line/object/a.jpg", "the ARN of an access point")]
    [InlineData("arn:aws:s3-object-lambda:eu-west-1:123456789012:accesspoint/line/object/a.jpg", "the ARN of an access point")]
    [InlineData("arn:aws:rekognition:eu-west-1:123456789012:project/p/version/v/1", "another resource's ARN")]
    [InlineData("arn:", "another resource's ARN")]
    public void Another_ARN_says_what_is_wrong(string arn, string problem)
    {
        var error = Assert.Throws<CustomLabelsException>(() => S3Arn.Parse(arn)).Error;
        Assert.Equal((ErrorId.S3UriInvalid, ErrorScope.Image), (error.Id, error.Scope));
        Assert.Contains(problem, error.Message, System.StringComparison.Ordinal);
        Assert.Contains("s3://bucket/key", error.RecommendedAction, System.StringComparison.Ordinal);
    }
}
