using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api;
using CustomLabels.Api.Transport;
using CustomLabels.Arns;
using CustomLabels.Detection;
using CustomLabels.Detection.Limiting;
using CustomLabels.Images;
using Xunit;

namespace CustomLabels.Core.Tests.Detection;

public sealed class DetectorTests : DetectorScene
{
    [Fact]
    public async Task Labels_come_back_with_the_image_the_tag_and_pixels()
    {
        var transport = new ScriptedTransport(ScriptedTransport.Answer(200,
            """{"CustomLabels":[{"Name":"dent","Confidence":71.5,"Geometry":{"BoundingBox":{"Left":0.25,"Top":0.5,"Width":0.5,"Height":0.25}}},{"Name":"blurred","Confidence":60}]}"""));
        var result = await DetectAsync(transport, new BytesImage(Png, "bytes #1"), minConfidence: 50, maxResults: 9, tag: "serial 7");

        Assert.Equal((DetectionStatus.Succeeded, "bytes #1", "serial 7", Arn), (result.Status, result.Image, result.Tag, result.ProjectVersionArn));
        Assert.Equal((200, 100, 50d, 9), (result.ImageWidth, result.ImageHeight, result.MinConfidence, result.MaxResults));
        Assert.Equal((1, "r-1", DateTimeKind.Utc), (result.Attempts, result.RequestId, result.Timestamp.Kind));
        Assert.Equal("dent 71.5; blurred 60.0", result.CustomLabels.ToString());
        Assert.Equal(new PixelBox(50, 50, 100, 25), result.CustomLabels[0].PixelBox);
        Assert.Equal(("bytes #1", "serial 7", Arn), (result.CustomLabels[0].Image, result.CustomLabels[0].Tag, result.CustomLabels[0].ProjectVersionArn));
        Assert.Null(result.CustomLabels[1].PixelBox);
        Assert.Equal($$"""{"ProjectVersionArn":"{{Arn}}","Image":{"Bytes":"{{Convert.ToBase64String(Png)}}"},"MaxResults":9,"MinConfidence":50.0}""", Assert.Single(transport.Bodies));
        Assert.Equal(["eu-west-1"], transport.Regions);
    }

    [Theory]
    [InlineData(TransportFailure.NotConnected)]
    [InlineData(TransportFailure.TimedOut)]
    [InlineData(TransportFailure.Broken)]
    public async Task Passing_failures_are_tried_again_with_the_same_request(object failure)
    {
        var transport = new ScriptedTransport(ScriptedTransport.Failure((TransportFailure)failure), ScriptedTransport.Error("InternalServerError", 500), ScriptedTransport.Answer(200, ScriptedTransport.NoLabels));
        var result = await DetectAsync(transport, new BytesImage(Png, "b"));
        Assert.Equal((DetectionStatus.Succeeded, 3), (result.Status, result.Attempts));
        Assert.Single(transport.Bodies.Distinct(StringComparer.Ordinal));
        Assert.Equal(2, Clock.Waits.Count);
        Assert.Equal(2, Log.VerboseLines.Count);
    }

    [Fact]
    public async Task Attempts_are_used_up_and_counted()
    {
        var result = await DetectAsync(new ScriptedTransport(ScriptedTransport.Error("InternalServerError", 500)), new BytesImage(Png, "b"), maxAttempts: 3);
        Assert.Equal((ErrorId.RetriesExhausted, ErrorScope.Image, "InternalServerError", 3), (result.Error!.Id, result.Error.Scope, result.Error.Code, result.Attempts));
        Assert.Contains("3 attempts", result.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_first_answer_no_connection_ends_the_run()
    {
        var detector = NewDetector(new ScriptedTransport(ScriptedTransport.Failure(TransportFailure.NotConnected)), maxAttempts: 2);
        var result = await detector.DetectAsync(Request(new BytesImage(Png, "b")), Log, CancellationToken.None);
        Assert.Equal((ErrorId.EndpointUnreachable, ErrorScope.Run), (result.Error!.Id, result.Error.Scope));
        Assert.Contains("127.0.0.1:9", result.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_an_answer_no_connection_fails_the_image_only()
    {
        var detector = NewDetector(new ScriptedTransport(ScriptedTransport.Answer(200, ScriptedTransport.NoLabels), ScriptedTransport.Failure(TransportFailure.NotConnected)), maxAttempts: 2);
        await detector.DetectAsync(Request(new BytesImage(Png, "b")), Log, CancellationToken.None);
        var result = await detector.DetectAsync(Request(new BytesImage(Png, "b")), Log, CancellationToken.None);
        Assert.Equal((ErrorId.RetriesExhausted, ErrorScope.Image), (result.Error!.Id, result.Error.Scope));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(406)]
    [InlineData(415)]
    [InlineData(422)]
    public async Task A_page_in_place_of_an_answer_fails_the_image_where_the_service_answers_others_and_else_ends_the_run(int status)
    {
        var page = ScriptedTransport.Answer(status, "<html>Blocked</html>");
        var detector = NewDetector(new ScriptedTransport(page, ScriptedTransport.Answer(200, ScriptedTransport.NoLabels), page), maxAttempts: 5);
        var results = await DetectAllAsync(detector, 3);
        Assert.Equal([ErrorScope.Run, null, ErrorScope.Image], results.Select(result => result.Error?.Scope));
        Assert.Equal((ErrorId.RequestInvalid, 1), (results[2].Error!.Id, results[2].Attempts));
        Assert.Contains("<html>Blocked</html>", results[2].Error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "")]
    [InlineData(407, "")]
    [InlineData(301, "")]
    [InlineData(403, "AccessDeniedException")]
    [InlineData(400, "ExpiredTokenException")]
    [InlineData(400, "SomethingNewException")]
    public async Task What_is_about_who_asks_or_is_the_services_own_word_ends_the_run_at_any_time(int status, string code)
    {
        var refusal = code.Length == 0 ? ScriptedTransport.Answer(status, "<html>No</html>") : ScriptedTransport.Error(code, status);
        var detector = NewDetector(new ScriptedTransport(ScriptedTransport.Answer(200, ScriptedTransport.NoLabels), refusal), maxAttempts: 5);
        Assert.Equal([null, ErrorScope.Run], (await DetectAllAsync(detector, 2)).Select(result => result.Error?.Scope));
    }

    [Fact]
    public async Task Pages_in_place_of_ten_answers_in_a_row_are_no_images_own()
    {
        var page = ScriptedTransport.Answer(403, "<html>Sign in</html>");
        var labels = ScriptedTransport.Answer(200, ScriptedTransport.NoLabels);
        var detector = NewDetector(new ScriptedTransport([labels, .. Enumerable.Repeat(page, 10), labels, page]), maxAttempts: 5);
        var scopes = (await DetectAllAsync(detector, 23)).Select(result => result.Error?.Scope).ToArray();
        Assert.Equal(20, scopes.Count(scope => scope == ErrorScope.Image));
        Assert.Equal(ErrorScope.Run, scopes[22]);
    }

    [Fact]
    public async Task An_image_whose_request_is_too_large_for_something_on_the_way_fails_alone_be_it_the_first()
    {
        var detector = NewDetector(new ScriptedTransport(ScriptedTransport.Answer(413, "<html><h1>413 Request Entity Too Large</h1></html>"), ScriptedTransport.Answer(200, ScriptedTransport.NoLabels)), maxAttempts: 5);
        var results = await DetectAllAsync(detector, 2);
        Assert.Equal((ErrorId.ImageTooLarge, ErrorScope.Image, 1), (results[0].Error!.Id, results[0].Error!.Scope, results[0].Attempts));
        Assert.Contains($"{Png.Length} bytes", results[0].Error!.Message, StringComparison.Ordinal);
        Assert.Equal(DetectionStatus.Succeeded, results[1].Status);
    }

    [Fact]
    public async Task What_was_refused_on_the_way_is_not_tried_again_and_ends_the_run()
    {
        Func<ServiceAnswer> refusal = () => throw new TransportException(TransportFailure.Refused, "No trust.") { Remedy = "Trust it." };
        var transport = new ScriptedTransport(ScriptedTransport.Answer(200, ScriptedTransport.NoLabels), refusal);
        var detector = NewDetector(transport, maxAttempts: 5);
        await detector.DetectAsync(Request(new BytesImage(Png, "b")), Log, CancellationToken.None);
        var result = await detector.DetectAsync(Request(new BytesImage(Png, "b")), Log, CancellationToken.None);
        Assert.Equal((ErrorId.EndpointUnreachable, ErrorScope.Run, 1), (result.Error!.Id, result.Error.Scope, result.Attempts));
        Assert.Contains("No trust.", result.Error.Message, StringComparison.Ordinal);
        Assert.Equal("Trust it.", result.Error.RecommendedAction);
        Assert.Empty(Clock.Waits);
    }

    [Fact]
    public async Task Nothing_is_traced_unless_somebody_looks()
    {
        var transport = new ScriptedTransport(ScriptedTransport.Error("InternalServerError", 500), ScriptedTransport.Answer(200, ScriptedTransport.NoLabels));
        await DetectAsync(transport, new BytesImage(Png, "b"));
        Assert.Equal([null, null], transport.Traces);

        var looked = new LogLines { ShowsDebug = true };
        await NewDetector(transport, maxAttempts: 1).DetectAsync(Request(new BytesImage(Png, "b\u001b")), looked, CancellationToken.None);
        transport.Traces[2]!("what was sent");
        Assert.Equal(["'b\\u001B', attempt 1: what was sent"], looked.DebugLines);
    }

    [Fact]
    public async Task Throttles_are_no_attempts_and_last_as_long_as_they_may()
    {
        var throttled = Enumerable.Repeat(ScriptedTransport.Error("ProvisionedThroughputExceededException"), 12);
        var result = await DetectAsync(new ScriptedTransport([.. throttled, ScriptedTransport.Answer(200, ScriptedTransport.NoLabels)]), new BytesImage(Png, "b"), maxAttempts: 2);
        Assert.Equal((DetectionStatus.Succeeded, 1), (result.Status, result.Attempts));
        Assert.Equal(12, Clock.Waits.Count);
    }

    [Fact]
    public async Task Throttling_without_progress_fails_the_image_in_time()
    {
        var result = await DetectAsync(new ScriptedTransport(ScriptedTransport.Error("ThrottlingException", 500)), new BytesImage(Png, "b"));
        Assert.Equal((ErrorId.ThrottleTimeout, ErrorScope.Image, 0), (result.Error!.Id, result.Error.Scope, result.Attempts));
        Assert.InRange(Clock.Elapsed, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5.5));
    }

    [Fact]
    public async Task A_success_that_is_no_answer_is_a_broken_connection()
    {
        var result = await DetectAsync(new ScriptedTransport(ScriptedTransport.Answer(200, "<html>Sign in to the hotel</html>")), new BytesImage(Png, "b"), maxAttempts: 2);
        Assert.Equal((ErrorId.RetriesExhausted, 2), (result.Error!.Id, result.Attempts));
    }

    [Fact]
    public async Task Another_region_than_the_arns_is_refused_before_anything_is_sent()
    {
        var transport = new ScriptedTransport(ScriptedTransport.Answer(200, ScriptedTransport.NoLabels));
        using var pool = new TransportPool(transport, new ConnectionSettings { Region = "us-east-1" });
        var detector = new Detector(pool, new RetryPolicy(1, TimeSpan.FromMinutes(5), new Random(1)), new RequestLimits(), Clock);
        var result = await detector.DetectAsync(Request(new BytesImage(Png, "b")), Log, CancellationToken.None);
        Assert.Equal((ErrorId.RegionMismatch, ErrorScope.Model), (result.Error!.Id, result.Error.Scope));
        Assert.Empty(transport.Bodies);
    }

    [Fact]
    public async Task Cancellation_is_not_a_result() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            NewDetector(new ScriptedTransport(ScriptedTransport.Answer(200, ScriptedTransport.NoLabels)), 1).DetectAsync(Request(new BytesImage(Png, "b")), Log, new CancellationToken(canceled: true)));

    private async Task<DetectionResult[]> DetectAllAsync(Detector detector, int count)
    {
        var results = new DetectionResult[count];
        for (var i = 0; i < count; i++) results[i] = await detector.DetectAsync(Request(new BytesImage(Png, "b")), Log, CancellationToken.None);
        return results;
    }
}
