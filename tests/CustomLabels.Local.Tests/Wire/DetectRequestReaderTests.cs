using System;
using System.Linq;
using System.Text;
using CustomLabels.Api.Transport;
using CustomLabels.Arns;
using CustomLabels.Detection.Protocol;
using CustomLabels.Images;
using Xunit;

namespace CustomLabels.Local.Tests.Wire;

public class DetectRequestReaderTests
{
    [Fact]
    public void A_request_with_bytes_is_read_whole()
    {
        var request = Read("""{"ProjectVersionArn":"arn:é","Image":{"Bytes":"/9hhYmM="},"MaxResults":3,"MinConfidence":50.5}""");
        Assert.Equal("arn:é", request.ProjectVersionArn);
        Assert.True(request.HasImage);
        Assert.True(new byte[] { 0xFF, 0xD8, (byte)'a', (byte)'b', (byte)'c' }.SequenceEqual(request.Bytes!.Value));
        Assert.Null(request.S3Object);
        Assert.Equal(3, request.MaxResults);
        Assert.Equal(50.5, request.MinConfidence);
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(100, true)]
    [InlineData(4, false)]
    public void An_image_is_decoded_where_the_caller_wants_it_if_it_fits(int length, bool fits)
    {
        var buffer = new byte[length];
        var bytes = DetectRequestReader.Read("""{"Image":{"Bytes":"/9hhYmM="}}"""u8, buffer).Bytes!.Value;
        Assert.Equal(fits, bytes.Array == buffer);
        Assert.True(new byte[] { 0xFF, 0xD8, (byte)'a', (byte)'b', (byte)'c' }.SequenceEqual(bytes));
    }

    [Fact]
    public void What_the_writer_writes_is_read_back()
    {
        var source = new S3ObjectReference("bucket", "x/é \"1\".jpg", "v1");
        var request = DetectRequestReader.Read(DetectRequestWriter.Write("arn", source, 12.25, 0));
        Assert.Equal(new DetectRequest { ProjectVersionArn = "arn", HasImage = true, S3Object = source, MinConfidence = 12.25, MaxResults = 0 }, request);
    }

    [Fact]
    public void Unknown_members_are_ignored_and_null_is_as_good_as_absent()
    {
        var request = Read("""{"X":{"Image":[1,{}]},"ProjectVersionArn":null,"Image":{"Bytes":null,"S3Object":null,"Y":1},"MaxResults":null,"MinConfidence":null}""");
        Assert.Equal(new DetectRequest { HasImage = true }, request);
        Assert.Equal(new DetectRequest(), Read("""{"Image":null}"""));
    }

    [Theory]
    [InlineData("1.9", 1)]
    [InlineData("-1", -1)]
    [InlineData("99999999999", int.MaxValue)]
    [InlineData("-99999999999", int.MinValue)]
    public void A_whole_number_is_cut_to_what_fits(string json, int expected)
    {
        Assert.Equal(expected, Read($$"""{"MaxResults":{{json}}}""").MaxResults);
    }

    [Theory]
    [InlineData("\"NaN\"", double.NaN)]
    [InlineData("\"Infinity\"", double.PositiveInfinity)]
    [InlineData("\"-Infinity\"", double.NegativeInfinity)]
    public void A_float_may_be_what_JSON_numbers_can_not(string json, double expected)
    {
        Assert.Equal(expected, Read($$"""{"MinConfidence":{{json}}}""").MinConfidence);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("\"x\"")]
    [InlineData("{}{}")]
    [InlineData("{\"MaxResults\":1,}")]
    [InlineData("{\"Image\":{\"Bytes\":\"not base64!\"}}")]
    [InlineData("{\"Image\":{\"Bytes\":\"/9hhYmM\"}}")]
    [InlineData("{\"ProjectVersionArn\":\"\\ud800\"}")]
    public void What_is_not_JSON_or_not_base64_is_a_SerializationException_without_a_message(string body)
    {
        AssertSerializationException("", () => Read(body));
    }

    [Fact]
    public void A_body_that_is_not_UTF_8_is_a_SerializationException()
    {
        AssertSerializationException("", () => DetectRequestReader.Read(Encoding.GetEncoding("iso-8859-1").GetBytes("{\"ProjectVersionArn\":\"é\"}")));
    }

    [Fact]
    public void Nesting_without_end_is_a_SerializationException() => AssertSerializationException("", () => Read("{\"X\":" + new string('[', 100_000)));

    [Theory]
    [InlineData("[]", "Start of list found where not expected")]
    [InlineData("{\"ProjectVersionArn\":1}", "NUMBER_VALUE can not be converted to a String")]
    [InlineData("{\"ProjectVersionArn\":{}}", "Start of structure or map found where not expected.")]
    [InlineData("{\"MaxResults\":\"1\"}", "STRING_VALUE can not be converted to an Integer")]
    [InlineData("{\"MinConfidence\":\"1\"}", "STRING_VALUE can not be converted to a Float")]
    [InlineData("{\"MinConfidence\":true}", "TRUE_VALUE can not be converted to a Float")]
    [InlineData("{\"Image\":[]}", "Start of list found where not expected")]
    [InlineData("{\"Image\":\"x\"}", "Expected null")]
    [InlineData("{\"Image\":{\"Bytes\":false}}", "FALSE_VALUE can not be converted to a Blob")]
    [InlineData("{\"Image\":{\"S3Object\":{\"Name\":1}}}", "NUMBER_VALUE can not be converted to a String")]
    public void A_member_of_the_wrong_type_is_a_SerializationException_that_says_so(string body, string message)
    {
        AssertSerializationException(message, () => Read(body));
    }

    private static DetectRequest Read(string body) => DetectRequestReader.Read(Encoding.UTF8.GetBytes(body));

    private static void AssertSerializationException(string message, Func<object> read)
    {
        var error = Assert.Throws<ServiceException>(read);
        Assert.Equal("SerializationException", error.Code);
        Assert.Equal(400, error.StatusCode);
        Assert.Equal(message, error.Message);
    }
}
