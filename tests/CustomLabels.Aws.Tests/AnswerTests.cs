using System;
using System.Text;
using System.Threading.Tasks;
using CustomLabels.Api.Transport;
using CustomLabels.Aws.Client;
using CustomLabels.Testing;
using Xunit;

namespace CustomLabels.Aws.Tests;

public sealed class AnswerTests
{
    [Theory(Timeout = 30_000)]
    [InlineData("x-amzn-RequestId")]
    [InlineData("X-AMZN-REQUESTID")]
    public async Task An_answer_comes_back_as_it_is(string requestIdHeader)
    {
        using var server = new ScriptedServer(Step.Answer(200, """{"CustomLabels":[]}""", $"{requestIdHeader}: id-1"));
        using var transport = Sending.To(server);

        var answer = await transport.SendAsync();

        Assert.Equal(200, answer.StatusCode);
        Assert.Equal("""{"CustomLabels":[]}""", Encoding.UTF8.GetString(answer.Body));
        Assert.Equal("id-1", answer.RequestId);
        Assert.Null(answer.ErrorType);
        Assert.Null(answer.RetryAfter);
    }

    [Fact(Timeout = 30_000)]
    public async Task An_error_of_the_service_is_an_answer()
    {
        const string Error = """{"__type":"ImageTooLargeException","Message":"Image size is too large."}""";
        using var server = new ScriptedServer(Step.Answer(400, Error, "X-Amzn-ErrorType: ImageTooLargeException", "x-amzn-RequestId: id-2", "Retry-After: 7"));
        using var transport = Sending.To(server);

        var answer = await transport.SendAsync();

        Assert.Equal(400, answer.StatusCode);
        Assert.Equal(Error, Encoding.UTF8.GetString(answer.Body));
        Assert.Equal("ImageTooLargeException", answer.ErrorType);
        Assert.Equal("id-2", answer.RequestId);
        Assert.Equal(TimeSpan.FromSeconds(7), answer.RetryAfter);
    }

    [Theory(Timeout = 30_000)]
    [InlineData(502, "<html><body>Bad Gateway</body></html>")]
    [InlineData(503, "")]
    [InlineData(500, "{\"__type\":")]
    [InlineData(200, "")]
    [InlineData(200, "\0\u0001")]
    [InlineData(404, "{}")]
    public async Task A_body_that_is_not_JSON_is_an_answer_too(int status, string body)
    {
        using var server = new ScriptedServer(Step.Answer(status, body, "Content-Type: text/html"));
        using var transport = Sending.To(server);

        var answer = await transport.SendAsync();

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(body, Encoding.UTF8.GetString(answer.Body));
    }

    [Theory(Timeout = 30_000)]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_handed_back_and_not_followed(int status)
    {
        using var elsewhere = new ScriptedServer(Step.Answer(200));
        using var server = new ScriptedServer(Step.Answer(status, "", $"Location: {elsewhere.Url}"));
        using var transport = Sending.To(server);

        var answer = await transport.SendAsync();

        Assert.Equal(status, answer.StatusCode);
        Assert.Single(server.Requests);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_chunked_answer_is_put_together()
    {
        using var server = new ScriptedServer(Step.Raw(Step.Head(200, "Transfer-Encoding: chunked", "Connection: close") + "2\r\n{ \r\n1\r\n}\r\n0\r\n\r\n"));
        using var transport = Sending.To(server);

        Assert.Equal("{ }", Encoding.UTF8.GetString((await transport.SendAsync()).Body));
    }

    [Theory(Timeout = 30_000)]
    [InlineData(500, "InternalServerError")]
    [InlineData(503, "ThrottlingException")]
    [InlineData(429, "TooManyRequestsException")]
    [InlineData(400, "ProvisionedThroughputExceededException")]
    [InlineData(400, "ValidationException")]
    public async Task Nothing_is_sent_twice(int status, string error)
    {
        using var server = new ScriptedServer(Step.Answer(status, $$"""{"__type":"{{error}}"}""", $"X-Amzn-ErrorType: {error}", $"Date: {DateTimeOffset.UtcNow.AddHours(-3):r}"));
        using var transport = Sending.To(server);

        Assert.Equal(status, (await transport.SendAsync()).StatusCode);

        Assert.Single(server.Requests);
    }

    [Theory(Timeout = 30_000)]
    [InlineData(403, "***")]
    [InlineData(200, "canary-session-token")]
    public async Task An_error_answer_that_repeats_credentials_is_handed_back_without_them(int status, string expected)
    {
        using var server = new ScriptedServer(Step.Answer(status, "{\"message\":\"x-amz-security-token:canary-session-token\"}"));
        using var transport = Sending.To(server, Sending.Keys with { SessionToken = Sending.SessionToken });

        var answer = await transport.SendAsync();

        Assert.Equal($"{{\"message\":\"x-amz-security-token:{expected}\"}}", Encoding.UTF8.GetString(answer.Body));
    }

    [Fact(Timeout = 60_000)]
    public async Task An_answer_of_the_greatest_length_is_taken()
    {
        using var server = new ScriptedServer(Step.Answer(200, new string('x', AnswerBody.MaxLength)));
        using var transport = Sending.To(server);

        Assert.Equal(AnswerBody.MaxLength, (await transport.SendAsync()).Body.Length);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_answer_of_one_byte_more_is_not()
    {
        using var server = new ScriptedServer(Step.Answer(200, new string('x', AnswerBody.MaxLength + 1)));
        using var transport = Sending.To(server);

        var error = await Assert.ThrowsAsync<TransportException>(() => transport.SendAsync());

        Assert.Equal(TransportFailure.Broken, error.Failure);
        Assert.EndsWith("The answer is longer than 16777216 bytes.", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_endless_answer_is_broken_off()
    {
        using var server = new ScriptedServer(Step.Endless());
        using var transport = Sending.To(server);

        var error = await Assert.ThrowsAsync<TransportException>(() => transport.SendAsync());

        Assert.Equal(TransportFailure.Broken, error.Failure);
        await server.ConnectionClosedAsync();
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("120", 120)]
    [InlineData("Thu, 01 Jan 2015 00:00:00 GMT", 0)]
    public void Retry_After_is_a_time_to_wait(string value, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryAfterHeader.Parse(value));

    [Fact]
    public void Retry_After_may_be_a_date()
    {
        var wait = RetryAfterHeader.Parse($"{DateTimeOffset.UtcNow.AddMinutes(10):r}");

        Assert.InRange(wait!.Value, TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(10));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("soon")]
    [InlineData("99999999999999999999")]
    public void Retry_After_that_can_not_be_read_is_none(string? value) => Assert.Null(RetryAfterHeader.Parse(value));
}
