using System;
using System.Text;
using CustomLabels.Api.Protocol;
using CustomLabels.Api.Transport;
using Xunit;

namespace CustomLabels.Core.Tests.Api.Protocol;

public sealed class ServiceErrorReaderTests
{
    [Theory]
    [InlineData("""{"__type":"ImageTooLargeException","Message":"m"}""", null)]
    [InlineData("""{"__type":"com.amazonaws.rekognition#ImageTooLargeException","Message":"m"}""", null)]
    [InlineData("""{"__type":"com.amazonaws.rekognition#ImageTooLargeException:http://internal.amazon.com/coral/x","Message":"m"}""", null)]
    [InlineData("""{"__type":"ImageTooLargeException:http://internal.amazon.com/#coral","Message":"m"}""", null)]
    [InlineData("""{"code":"ImageTooLargeException","Message":"m"}""", null)]
    [InlineData("""{"Code":"ImageTooLargeException","message":"m"}""", null)]
    [InlineData("""{"Message":"m"}""", "ImageTooLargeException")]
    [InlineData("""{"Message":"m"}""", "ns#ImageTooLargeException:http://x/")]
    [InlineData("""{"__type":"ImageTooLargeException","code":"Other","Message":"m"}""", "Another")]
    [InlineData("""{"code":"Other","MESSAGE":"m"}""", "ImageTooLargeException")]
    [InlineData("""{"nested":{"__type":"Nested","Message":"n"},"__type":"ImageTooLargeException","Message":"m"}""", null)]
    public void The_error_type_is_found_wherever_the_protocol_may_put_it(string body, string? header)
    {
        var error = Read(400, body, header);
        Assert.Equal(("ImageTooLargeException", "m", 400), (error.Code, error.Message, error.StatusCode));
    }

    [Fact]
    public void The_guides_own_sample_is_read()
    {
        var error = ServiceErrorReader.Read(new ServiceAnswer(400, Encoding.UTF8.GetBytes(
            """{"__type":"InvalidS3ObjectException","Code":"InvalidS3ObjectException","Logref":"5022229e-7e48-11e6-8ff2-1d9b0a2c6a1a","Message":"Unable to get object metadata from S3."}"""))
        { RequestId = "03507c9b-7e48-11e6-9ad1", RetryAfter = TimeSpan.FromSeconds(3) });
        Assert.Equal(("InvalidS3ObjectException", "Unable to get object metadata from S3.", "03507c9b-7e48-11e6-9ad1"), (error.Code, error.Message, error.RequestId));
        Assert.Equal(TimeSpan.FromSeconds(3), error.RetryAfter);
    }

    [Fact]
    public void Of_a_long_message_the_beginning_and_the_end_are_kept()
    {
        var error = Read(400, $$"""{"__type":"{{new string('t', 1000)}}","Message":"Begin {{new string('x', 1_000_000)}} end."}""", header: null);
        Assert.Equal((VisibleText.MaxLength, VisibleText.MaxLength), (error.Code.Length, error.Message.Length));
        Assert.StartsWith("Begin x", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("x end.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_nested_type_is_not_the_errors() => Assert.Equal("", Read(400, """{"detail":{"__type":"Nested"},"Message":"m"}""", header: null).Code);

    [Theory]
    [InlineData("", "HTTP 503 with an empty answer.")]
    [InlineData("<html>\r\n <body>Bad   Gateway</body>", "HTTP 503 with an answer that is not the service's: <html> <body>Bad Gateway</body>")]
    [InlineData("[1]", "HTTP 503 with an answer that is not the service's: [1]")]
    [InlineData("""{"__type":7}""", """HTTP 503 with an answer that is not the service's: {"__type":7}""")]
    public void An_answer_that_is_not_the_services_says_what_came(string body, string message)
    {
        var error = Read(503, body, header: null);
        Assert.Equal(("", message), (error.Code, error.Message));
    }

    [Fact]
    public void A_page_of_any_length_is_cut() => Assert.InRange(Read(502, new string('x', 100_000), header: null).Message.Length, 300, 400);

    private static ServiceException Read(int status, string body, string? header) =>
        ServiceErrorReader.Read(new ServiceAnswer(status, Encoding.UTF8.GetBytes(body)) { ErrorType = header });
}
