using CustomLabels.Images;
using Xunit;

namespace CustomLabels.Core.Tests.Images;

public sealed class S3UriTests
{
    [Theory]
    [InlineData("s3://line4/2026/a.jpg", "line4", "2026/a.jpg", null)]
    [InlineData("S3://line4/a.jpg", "line4", "a.jpg", null)]
    [InlineData("s3://line4/a%20b+c.jpg", "line4", "a%20b+c.jpg", null)]
    [InlineData("s3://line4/a[1]*?#.jpg", "line4", "a[1]*?#.jpg", null)]
    [InlineData("s3://line4//a//b", "line4", "/a//b", null)]
    [InlineData("s3://line4/a.jpg?versionId=3HL4.x", "line4", "a.jpg", "3HL4.x")]
    [InlineData("s3://line4/a?versionId=1?versionId=2", "line4", "a?versionId=1", "2")]
    [InlineData("s3://line4/a?versionid=1", "line4", "a?versionid=1", null)]
    [InlineData("s3://line4/ a\\b ", "line4", " a\\b ", null)]
    public void The_text_is_literal_but_for_a_final_version(string text, string bucket, string key, string? version)
    {
        var image = S3Uri.Parse(text);
        Assert.Equal((bucket, key, version), (image.Bucket, image.Key, image.VersionId));
        Assert.Equal(text.Replace("S3://", "s3://"), image.Name);
    }

    [Theory]
    [InlineData("s3://", "a bucket and no key")]
    [InlineData("s3://line4", "a bucket and no key")]
    [InlineData("s3:///a.jpg", "the bucket's name has 0 characters")]
    [InlineData("s3://line4/", "the key has 0 bytes")]
    [InlineData("s3://l4/a.jpg", "the bucket's name has 2 characters")]
    [InlineData("s3://arn:aws:s3/a.jpg", "the character ':'")]
    [InlineData("s3://línea/a.jpg", "the character 'í'")]
    [InlineData("s3://line4/a.jpg?versionId=", "nothing follows ?versionId=")]
    [InlineData("s3://line4/?versionId=1", "the key has 0 bytes")]
    [InlineData("s3://line4?versionId=1/a.jpg", "the character '?'")]
    [InlineData("s3:/line4/a.jpg", "does not begin with s3://")]
    public void An_impossible_URI_says_what_is_wrong(string text, string problem)
    {
        var error = Assert.Throws<CustomLabelsException>(() => S3Uri.Parse(text)).Error;
        Assert.Equal((ErrorId.S3UriInvalid, ErrorScope.Image), (error.Id, error.Scope));
        Assert.Contains(problem, error.Message, System.StringComparison.Ordinal);
        Assert.Contains("s3://bucket/key", error.RecommendedAction, System.StringComparison.Ordinal);
    }

    // Not inline data: attributes are stored as UTF-8, which can't hold it.
    [Fact]
    public void Half_a_surrogate_pair_is_no_key_and_no_version()
    {
        An_impossible_URI_says_what_is_wrong("s3://line4/\uD800", "half a surrogate pair");
        An_impossible_URI_says_what_is_wrong("s3://line4/a?versionId=\uDC00", "half a surrogate pair");
    }

    [Fact]
    public void Each_part_has_a_longest_length()
    {
        Assert.Equal(255, new S3Image(new string('b', 255), "k").Bucket.Length);
        Assert.Equal(1024, new S3Image("line4", new string('k', 1024), new string('v', 1024)).Key.Length);
        Assert.Equal("the bucket's name has 256 characters", Problem(new string('b', 256), "k", "v"));
        Assert.Equal("the key has 1026 bytes in UTF-8", Problem("line4", new string('\u20AC', 342), "v"));
        Assert.Equal("the version has 1025 characters", Problem("line4", "k", new string('v', 1025)));
        Assert.Contains("the entity tag has 1025 characters", Assert.Throws<CustomLabelsException>(() => new S3Image("line4", "k", etag: new string('e', 1025))).Error.Message, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s3://a/b", true)]
    [InlineData("S3://", true)]
    [InlineData(" s3://a/b", false)]
    [InlineData("s3:\\a", false)]
    [InlineData("https://s3", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_the_scheme_makes_an_S3_URI(string? text, bool expected) => Assert.Equal(expected, S3Uri.IsS3Uri(text));

    [Fact]
    public void An_empty_version_or_tag_is_none()
    {
        var image = new S3Image("line4", "a.jpg", versionId: "", etag: "", size: 12);
        Assert.Equal(("s3://line4/a.jpg", null, null, 12L), (image.Name, image.VersionId, image.ETag, image.Size));
        Assert.Null(image.LiteralPath);
    }

    private static string Problem(string bucket, string key, string version)
    {
        var message = Assert.Throws<CustomLabelsException>(() => new S3Image(bucket, key, version)).Error.Message;
        var start = message.IndexOf("not an S3 object: ", System.StringComparison.Ordinal) + "not an S3 object: ".Length;
        return message.Substring(start, message.IndexOf(", and", start, System.StringComparison.Ordinal) - start);
    }
}
