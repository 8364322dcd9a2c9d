using System.Text;
using CustomLabels.Arns;
using CustomLabels.Detection.Protocol;
using CustomLabels.Images;
using Xunit;

namespace CustomLabels.Core.Tests.Detection.Protocol;

public sealed class DetectRequestWriterTests
{
    private const string Arn = "arn:aws:rekognition:us-east-1:123456789012:project/p/version/v/1590000000000";

    [Fact]
    public void Bytes_requests_are_framed_as_the_AWS_CLI_writes_them()
    {
        var body = Encoding.UTF8.GetString(DetectRequestWriter.BytesPrefix(Arn)) + "/9hhYmM=" + Encoding.UTF8.GetString(DetectRequestWriter.BytesSuffix(50, 1));
        Assert.Equal($$"""{"ProjectVersionArn":"{{Arn}}","Image":{"Bytes":"/9hhYmM="},"MaxResults":1,"MinConfidence":50.0}""", body);
    }

    [Theory]
    [InlineData(null, null, "\"}}")]
    [InlineData(0d, null, "\"},\"MinConfidence\":0.0}")]
    [InlineData(null, 0, "\"},\"MaxResults\":0}")]
    [InlineData(70.1, null, "\"},\"MinConfidence\":70.1}")]
    [InlineData(2.9802322387695312e-08, null, "\"},\"MinConfidence\":2.9802322387695312e-08}")]
    [InlineData(99.99999, 7, "\"},\"MaxResults\":7,\"MinConfidence\":99.99999}")]
    public void Optional_members_that_were_not_given_are_not_sent(double? minConfidence, int? maxResults, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(DetectRequestWriter.BytesSuffix(minConfidence, maxResults)));

    [Fact]
    public void S3_objects_are_named_with_their_version_when_there_is_one()
    {
        Assert.Equal(
            "{\"ProjectVersionArn\":\"" + Arn + "\",\"Image\":{\"S3Object\":{\"Bucket\":\"line4\",\"Name\":\"a/b.jpg\"}}}",
            Encoding.UTF8.GetString(DetectRequestWriter.Write(Arn, new S3ObjectReference("line4", "a/b.jpg", Version: null), minConfidence: null, maxResults: null)));
        Assert.Contains(
            "\"Name\":\"b.jpg\",\"Version\":\"v1\"}",
            Encoding.UTF8.GetString(DetectRequestWriter.Write(Arn, new S3ObjectReference("line4", "b.jpg", "v1"), minConfidence: null, maxResults: null)),
            System.StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_keys_stay_inside_their_string()
    {
        var body = DetectRequestWriter.Write(Arn, new S3ObjectReference("line4", "a\"},\"MaxResults\":0,\"\\é\n", Version: null), minConfidence: null, maxResults: null);
        using var document = System.Text.Json.JsonDocument.Parse(body);
        Assert.Equal("a\"},\"MaxResults\":0,\"\\é\n", document.RootElement.GetProperty("Image").GetProperty("S3Object").GetProperty("Name").GetString());
        Assert.False(document.RootElement.TryGetProperty("MaxResults", out _));
    }
}
