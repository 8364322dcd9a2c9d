using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading.Tasks;
using CustomLabels.Local.Tests.Support;
using Xunit;

namespace CustomLabels.Local.Tests.Trouble;

public class TroubleTests
{
    [Theory]
    [InlineData("AccessDeniedException", 400, "AccessDeniedException")]
    [InlineData("ImageTooLargeException", 400, "ImageTooLargeException")]
    [InlineData("InternalServerError", 500, "InternalServerError")]
    [InlineData("InvalidImageFormatException", 400, "InvalidImageFormatException")]
    [InlineData("InvalidParameterException", 400, "InvalidParameterException")]
    [InlineData("InvalidS3ObjectException", 400, "InvalidS3ObjectException")]
    [InlineData("LimitExceededException", 400, "LimitExceededException")]
    [InlineData("ProvisionedThroughputExceededException", 400, "ProvisionedThroughputExceededException")]
    [InlineData("ResourceNotFoundException", 400, "ResourceNotFoundException")]
    [InlineData("ResourceNotReadyException", 400, "ResourceNotReadyException")]
    [InlineData("throttlingexception", 400, "ThrottlingException")]
    [InlineData("ServiceUnavailable", 500, "ThrottlingException")]
    [InlineData("ExpiredTokenException", 400, "ExpiredTokenException")]
    [InlineData("UnrecognizedClientException", 400, "UnrecognizedClientException")]
    [InlineData("InvalidSignatureException", 400, "InvalidSignatureException")]
    [InlineData("ValidationException", 400, "ValidationException")]
    public async Task Every_error_can_be_had_by_name(string kind, int status, string code)
    {
        using var local = With(new LocalTrouble { Kind = kind });
        var answer = await local.DetectAsync(TestEndpoint.Panel);
        Assert.Equal(status, (int)answer.Response.StatusCode);
        answer.AssertError(code);
        Assert.Equal(1, local.Endpoint.Counters.Errors[code]);
    }

    [Fact]
    public async Task Calls_are_met_by_their_number_among_those_of_the_operation()
    {
        using var local = With(new LocalTrouble { Kind = "InternalServerError", Call = [2, 4] });
        await local.CallAsync("DescribeProjects", "{}");
        Assert.Equal([200, 500, 200, 500, 200], await StatusesAsync(local, calls: 5));
        Assert.Equal(new Dictionary<string, long> { ["DescribeProjects"] = 1, ["DetectCustomLabels"] = 5 }, local.Endpoint.Counters.Operations);
    }

    [Fact]
    public async Task Another_operation_is_met_when_it_is_named()
    {
        using var local = With(new LocalTrouble { Kind = "ResourceInUseException", Operation = "stopprojectversion", Call = [1] });
        Assert.Equal([200], await StatusesAsync(local, calls: 1));
        (await local.CallAsync("StopProjectVersion", TestEndpoint.Arn, "")).AssertError("ResourceInUseException");
        (await local.CallAsync("StopProjectVersion", TestEndpoint.Arn, "")).AssertBody("""{"Status":"STOPPING"}""");
    }

    [Theory]
    [InlineData("panel 1.png")]
    [InlineData("panels/panel 1.png")]
    public async Task Images_are_met_by_key_or_file_name_sent_or_in_the_bucket(string name)
    {
        using var local = With(new LocalTrouble { Kind = "InvalidImageFormatException", Image = [name] });
        (await local.DetectAsync(TestEndpoint.Panel)).AssertError("InvalidImageFormatException");
        (await local.DetectObjectAsync("panels/panel 1.png")).AssertError("InvalidImageFormatException");
        Assert.Equal("crack 97", (await local.DetectAsync(TestEndpoint.Board)).Labels);
        Assert.Equal("crack 97", (await local.DetectObjectAsync("board.jpg")).Labels);
        (await local.PostAsync("{")).AssertError("SerializationException");
    }

    [Fact]
    public async Task The_same_seed_meets_the_same_share_of_calls_and_another_seed_others()
    {
        var trouble = new LocalTrouble { Kind = "ThrottlingException", Rate = 0.3 };
        using var one = With(trouble, seed: 1);
        using var again = With(trouble, seed: 1);
        using var other = With(trouble, seed: 2);
        var met = await StatusesAsync(one, calls: 400);
        Assert.Equal(met, await StatusesAsync(again, calls: 400));
        Assert.False(met.SequenceEqual(await StatusesAsync(other, calls: 400)));
        Assert.InRange(met.Count(status => status == 400), 90, 150);
        Assert.Equal(1, one.Endpoint.Seed);
    }

    [Fact]
    public async Task A_rate_of_0_meets_none_and_a_rate_of_1_all()
    {
        using var none = With(new LocalTrouble { Kind = "ThrottlingException", Rate = 0 });
        using var all = With(new LocalTrouble { Kind = "ThrottlingException", Rate = 1 });
        Assert.All(await StatusesAsync(none, calls: 50), status => Assert.Equal(200, status));
        Assert.All(await StatusesAsync(all, calls: 50), status => Assert.Equal(400, status));
    }

    [Fact]
    public async Task Of_several_troubles_the_first_that_meets_the_call_happens()
    {
        using var local = With(
            new LocalTrouble { Kind = "InternalServerError", Call = [1], Image = ["board.jpg"] },
            new LocalTrouble { Kind = "AccessDeniedException", Call = [1] },
            new LocalTrouble { Kind = "ThrottlingException" });
        (await local.DetectAsync(TestEndpoint.Panel)).AssertError("AccessDeniedException");
        (await local.DetectAsync(TestEndpoint.Board)).AssertError("ThrottlingException");
    }

    [Fact]
    public void A_reset_is_seen_by_the_client_and_counted()
    {
        using var local = With(new LocalTrouble { Kind = "Reset" });
        using var client = new RawClient(local.Endpoint.Port);
        client.Send(Request(local));
        Assert.Equal(SocketError.ConnectionReset, client.ReadError());
        var counters = local.Endpoint.Counters;
        Assert.Equal((1, 0, 0, 1, 1, 0), (counters.Received, counters.Answered, counters.Failed, counters.Aborted, counters.Reset, counters.InFlight));
    }

    [Fact]
    public async Task A_reset_loses_the_answer_and_not_the_work()
    {
        using var local = With(new LocalTrouble { Kind = "Reset", Operation = "StopProjectVersion" }, new LocalTrouble { Kind = "InternalServerError", Operation = "TagResource" });
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => local.CallAsync("StopProjectVersion", TestEndpoint.Arn, ""));
        Assert.Equal("STOPPING", Assert.Single(local.Endpoint.Models).Status);
        (await local.CallAsync("TagResource", """{"ResourceArn":"$ARN","Tags":{"a":"b"}}""".Replace("$ARN", TestEndpoint.Arn))).AssertError("InternalServerError");
        (await local.CallAsync("ListTagsForResource", $$"""{"ResourceArn":"{{TestEndpoint.Arn}}"}""")).AssertBody("""{"Tags":{}}""");
    }

    [Fact]
    public void A_truncated_answer_promises_more_than_it_has()
    {
        using var local = With(new LocalTrouble { Kind = "Truncated" });
        using var client = new RawClient(local.Endpoint.Port);
        client.Send(Request(local));
        const string Whole = """{"CustomLabels":[{"Name":"crack","Confidence":97.0,"Geometry":{"BoundingBox":{"Width":0.5,"Height":0.10000000149011612,"Left":0.10000000149011612,"Top":0.25}}}]}""";
        Assert.Contains(FormattableString.Invariant($"\r\nContent-Length: {Whole.Length}\r\n"), client.ReadAnswer(withBody: false).Head, StringComparison.Ordinal);
        Assert.Equal(Whole.Substring(0, Whole.Length / 2), client.ReadToEnd());
        var counters = local.Endpoint.Counters;
        Assert.Equal((1, 0, 0, 1, 1, 0), (counters.Received, counters.Answered, counters.Failed, counters.Aborted, counters.Truncated, counters.InFlight));
    }

    [Fact]
    public void A_stall_lasts_until_the_client_gives_up()
    {
        using var local = With(new LocalTrouble { Kind = "Stall" });
        using (var client = new RawClient(local.Endpoint.Port))
        {
            client.Send(Request(local));
            Eventually.IsTrue(() => local.Endpoint.Counters.Stalled == 1, "The request should stall.");
            Assert.Equal(1, local.Endpoint.Counters.InFlight);
        }

        Eventually.IsTrue(() => local.Endpoint.Counters.Aborted == 1, "The stall should end with its client.");
    }

    [Fact]
    public async Task A_stall_of_some_time_ends_with_the_answer()
    {
        var clock = new ManualClock();
        using var local = new TestEndpoint(options => options with { Troubles = [new LocalTrouble { Kind = "Stall", Duration = TimeSpan.FromSeconds(90), Call = [1] }] }, clock);
        Assert.Equal("crack 97", (await local.DetectAsync(TestEndpoint.Board)).Labels);
        Assert.Equal(TimeSpan.FromSeconds(90), Assert.Single(clock.Waits));
        Assert.Equal((1, 1), (local.Endpoint.Counters.Stalled, local.Endpoint.Counters.Answered));
    }

    [Fact]
    public void An_error_can_be_truncated_too()
    {
        using var local = With(new LocalTrouble { Kind = "Truncated" });
        using var client = new RawClient(local.Endpoint.Port);
        client.Send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-amz-json-1.1\r\nAuthorization: AWS4-HMAC-SHA256 x\r\nX-Amz-Target: RekognitionService.DetectCustomLabels\r\nContent-Length: 1\r\n\r\n{");
        Assert.Equal(400, client.ReadAnswer(withBody: false).StatusCode);
        Assert.StartsWith("{\"__type\"", client.ReadToEnd(), StringComparison.Ordinal);
        Assert.Empty(local.Endpoint.Counters.Errors);
    }

    private static TestEndpoint With(params LocalTrouble[] troubles) => new(options => options with { Troubles = troubles, Seed = 7 });

    private static TestEndpoint With(LocalTrouble trouble, int seed) => new(options => options with { Troubles = [trouble], Seed = seed });

    private static async Task<IReadOnlyList<int>> StatusesAsync(TestEndpoint local, int calls)
    {
        var statuses = new List<int>();
        for (var i = 0; i < calls; i++) statuses.Add((int)(await local.DetectObjectAsync("board.jpg")).Response.StatusCode);
        return statuses;
    }

    private static string Request(TestEndpoint local)
    {
        var body = """{"ProjectVersionArn":"$ARN","Image":{"S3Object":{"Bucket":"line4","Name":"board.jpg"}}}""".Replace("$ARN", local.Endpoint.ProjectVersionArn);
        return FormattableString.Invariant($"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-amz-json-1.1\r\nAuthorization: AWS4-HMAC-SHA256 x\r\nX-Amz-Target: RekognitionService.DetectCustomLabels\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }
}
