using System.Text;
using CustomLabels.Arns;
using CustomLabels.Cli.Input;
using Xunit;

namespace CustomLabels.Core.Tests.Cli.Input;

public sealed class CliRequestTests
{
    [Fact]
    public void Every_member_is_read()
    {
        var request = Inputs.Json("""
            {"ProjectVersionArn": "arn:x", "Image": {"S3Object": {"Bucket": "line4", "Name": "a/b.jpg", "Version": "v1"}}, "MaxResults": 3, "MinConfidence": 60.5}
            """);
        Assert.Equal(("arn:x", 3, 60.5), (request.ProjectVersionArn, request.MaxResults, request.MinConfidence));
        var image = request.Image!.ToImage("bytes #1");
        Assert.Equal(("line4", "a/b.jpg", "v1"), (image.Bucket, image.Key, image.VersionId));
    }

    [Fact]
    public void An_input_without_members_asks_nothing() => Assert.Equal(CliRequest.Empty, Inputs.Json("{}"));

    [Theory]
    [InlineData("""{"Foo": 1}""", "Foo is unknown. The members of the input are ProjectVersionArn, Image, MaxResults, MinConfidence.")]
    [InlineData("""{"minConfidence": 1}""", "minConfidence is unknown.")]
    [InlineData("""{"Image": {"Foo": 1}}""", "Image.Foo is unknown. The members of Image are Bytes, S3Object.")]
    [InlineData("""{"Image": {"S3Object": {"Key": "x"}}}""", "Image.S3Object.Key is unknown. The members of Image.S3Object are Bucket, Name, Version.")]
    [InlineData("""{"a\u001b[2Jb": 1}""", @"a\u001B[2Jb is unknown.")]
    public void Unknown_members_are_named_with_their_path(string text, string problem) => Assert.Contains(problem, Inputs.Problem(() => Inputs.Json(text)), System.StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"ProjectVersionArn": 5}""", "ProjectVersionArn is the number 5; text is allowed.")]
    [InlineData("""{"ProjectVersionArn": null}""", "ProjectVersionArn is null; text is allowed.")]
    [InlineData("""{"MaxResults": 5.0}""", "MaxResults is the number 5.0; a whole number from 0 to 2147483647 is allowed.")]
    [InlineData("""{"MaxResults": 5e0}""", "MaxResults is the number 5e0;")]
    [InlineData("""{"MaxResults": "5"}""", "MaxResults is the text '5';")]
    [InlineData("""{"MaxResults": true}""", "MaxResults is the Boolean true;")]
    [InlineData("""{"MaxResults": -1}""", "MaxResults is the number -1;")]
    [InlineData("""{"MaxResults": 2147483648}""", "MaxResults is the number 2147483648;")]
    [InlineData("""{"MinConfidence": "50"}""", "MinConfidence is the text '50'; a number from 0 to 100 is allowed.")]
    [InlineData("""{"MinConfidence": 100.1}""", "MinConfidence is the number 100.1;")]
    [InlineData("""{"MinConfidence": -0.1}""", "MinConfidence is the number -0.1;")]
    [InlineData("""{"MinConfidence": 1e999}""", "MinConfidence is the number 1e999;")]
    [InlineData("""{"MinConfidence": [50]}""", "MinConfidence is a list;")]
    [InlineData("""{"Image": "x.jpg"}""", "Image is the text 'x.jpg'; a structure of Bytes, S3Object is allowed.")]
    [InlineData("""{"Image": {"S3Object": "s3://b/k"}}""", "Image.S3Object is the text 's3://b/k'; a structure of Bucket, Name, Version is allowed.")]
    [InlineData("""{"Image": {"S3Object": {"Bucket": {}}}}""", "Image.S3Object.Bucket is a structure; text is allowed.")]
    [InlineData("""{"Image": {"Bytes": null}}""", "Image.Bytes is null; base64 text is allowed.")]
    [InlineData("""{"Image": {"Bytes": "%%%"}}""", "Image.Bytes is the text '%%%'; base64 text")]
    [InlineData("""{"Image": {"Bytes": "YQ"}}""", "Image.Bytes is the text 'YQ'; base64 text")]
    public void Wrong_types_and_ranges_are_named_with_their_path(string text, string problem) =>
        Assert.Contains(problem, Inputs.Problem(() => Inputs.Json(text)), System.StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"MinConfidence": 0}""", 0)]
    [InlineData("""{"MinConfidence": 100}""", 100)]
    [InlineData("""{"MinConfidence": 5e1}""", 50)]
    public void Confidences_within_the_range_are_taken(string text, double expected) => Assert.Equal(expected, Inputs.Json(text).MinConfidence);

    [Fact]
    public void Little_of_a_long_value_is_shown()
    {
        var problem = Inputs.Problem(() => Inputs.Json($$$"""{"Image": {"Bytes": "{{{new string('A', 5000)}}}%"}}"""));
        Assert.InRange(problem.Length, 50, 250);
    }

    [Theory]
    [InlineData(CliBinaryFormat.Base64, "w7w=", "ü")]
    [InlineData(CliBinaryFormat.Base64, @"w7\r\n w=\n", "ü")]
    [InlineData(CliBinaryFormat.RawInBase64Out, "w7w=", "w7w=")]
    [InlineData(CliBinaryFormat.RawInBase64Out, @"\u00fc", "ü")]
    public void Bytes_are_read_in_their_format(CliBinaryFormat format, string written, string expected)
    {
        var image = Inputs.Json($$$"""{"Image": {"Bytes": "{{{written}}}"}}""", format).Image!;
        Assert.Equal(expected, Encoding.UTF8.GetString(image.Bytes!));
        Assert.Equal("bytes #7", image.ToImage("bytes #7").Name);
    }

    [Theory]
    [InlineData("""{"Image": {}}""", "Image has neither Bytes nor S3Object.")]
    [InlineData("""{"Image": {"Bytes": "YQ==", "S3Object": {"Bucket": "line4", "Name": "x"}}}""", "Image has both Bytes and S3Object")]
    [InlineData("""{"Image": {"S3Object": {"Name": "x"}}}""", "Image.S3Object has no Bucket.")]
    [InlineData("""{"Image": {"S3Object": {"Bucket": "line4"}}}""", "Image.S3Object has no Name.")]
    [InlineData("""{"Image": {"S3Object": {"Bucket": "line4", "Name": "x", "Version": ""}}}""", "Image.S3Object.Version is empty")]
    [InlineData("""{"Image": {"S3Object": {"Bucket": "b", "Name": "x"}}}""", "Image.S3Object: 's3://b/x' is not an S3 object: the bucket's name has 1 characters")]
    public void What_is_no_image_is_an_error_only_where_it_is_used(string text, string problem)
    {
        var image = Inputs.Json(text).Image!;
        Assert.Contains(problem, Inputs.Problem(() => image.ToImage("bytes #1")), System.StringComparison.Ordinal);
    }
}
