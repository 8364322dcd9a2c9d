using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Detection;
using CustomLabels.Images;
using CustomLabels.Limiting;
using CustomLabels.Service;
using Xunit;

namespace CustomLabels.Core.Tests.Detection;

public sealed class DetectorTests
{
    private const string Arn = "arn:aws:rekognition:eu-west-1:123456789012:project/p/version/v/1";

    // PNG signature and IHDR of 200 x 100 pixels; the header is all that is read here.
    private static readonly byte[] Png =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 200, 0, 0, 0, 100, 8, 2, 0, 0, 0, 1, 2, 3, 4, 0, 0, 0, 0, 0x49, 0x44, 0x41, 0x54];

    private readonly ManualClock _clock = new();
    private readonly LogLines _log = new();

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
        Assert.Equal($$"""{"ProjectVersionArn":"{{Arn}}","Image":{"Bytes":"{{Convert.ToBase64String(Png)}}"},"MaxResults":9,"MinConfidence":50}""", Assert.Single(transport.Bodies));
        Assert.Equal(["eu-west-1"], transport.Regions);
    }

    [Fact]
    public async Task An_image_is_not_opened_before_its_request_may_be_sent()
    {
        using var asked = new ManualResetEventSlim();
        using var answer = new ManualResetEventSlim();
        var transport = new ScriptedTransport(() =>
        {
            asked.Set();
            answer.Wait(TimeSpan.FromSeconds(30));
            return ScriptedTransport.Answer(200, ScriptedTransport.NoLabels)();
        });
        var detector = NewDetector(transport, maxAttempts: 1, new RequestLimits { MaxConcurrency = 1 });
        var first = Task.Run(() => detector.DetectAsync(Request(new BytesImage(Png, "first")), _log, CancellationToken.None));
        asked.Wait(TimeSpan.FromSeconds(30));
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.png");
        var second = detector.DetectAsync(Request(new FileImage(path)), _log, CancellationToken.None);

        // Not there when it came, there when its turn has come.
        File.WriteAllBytes(path, Png);
        answer.Set();
        Assert.Equal([DetectionStatus.Succeeded, DetectionStatus.Succeeded], [(await first).Status, (await second).Status]);
        File.Delete(path);
    }

    [Fact]
    public async Task S3_objects_are_named_and_have_no_pixels()
    {
        var transport = new ScriptedTransport(ScriptedTransport.Answer(200,
            """{"CustomLabels":[{"Name":"dent","Confidence":71.5,"Geometry":{"BoundingBox":{"Left":0.25,"Top":0.5,"Width":0.5,"Height":0.25}}}]}"""));
        var result = await DetectAsync(transport, new S3Image("line4", "a/b.jpg", "v1", "\"e\""));
        Assert.Equal(("line4", "a/b.jpg", "v1", "\"e\""), (result.Bucket, result.Key, result.VersionId, result.ETag));
        Assert.Equal(("line4", "a/b.jpg", "v1"), (result.CustomLabels[0].Bucket, result.CustomLabels[0].Key, result.CustomLabels[0].VersionId));
        Assert.Null(result.ImageWidth);
        Assert.Null(result.CustomLabels[0].PixelBox);
        Assert.Contains("""{"S3Object":{"Bucket":"line4","Name":"a/b.jpg","Version":"v1"}}""", Assert.Single(transport.Bodies), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TransportFailure.NotConnected)]
    [InlineData(TransportFailure.TimedOut)]
    [InlineData(TransportFailure.Broken)]
    public async Task Passing_failures_are_tried_again_with_the_same_request(TransportFailure failure)
    {
        var transport = new ScriptedTransport(ScriptedTransport.Failure(failure), ScriptedTransport.Error("InternalServerError", 500), ScriptedTransport.Answer(200, ScriptedTransport.NoLabels));
        var result = await DetectAsync(transport, new BytesImage(Png, "b"));
        Assert.Equal((DetectionStatus.Succeeded, 3), (result.Status, result.Attempts));
        Assert.Single(transport.Bodies.Distinct(StringComparer.Ordinal));
        Assert.Equal(2, _clock.Waits.Count);
        Assert.Equal(2, _log.VerboseLines.Count);
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
        var result = await detector.DetectAsync(Request(new BytesImage(Png, "b")), _log, CancellationToken.None);
        Assert.Equal((ErrorId.EndpointUnreachable, ErrorScope.Run), (result.Error!.Id, result.Error.Scope));
        Assert.Contains("127.0.0.1:9", result.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_an_answer_no_connection_fails_the_image_only()
    {
        var detector = NewDetector(new ScriptedTransport(ScriptedTransport.Answer(200, ScriptedTransport.NoLabels), ScriptedTransport.Failure(TransportFailure.NotConnected)), maxAttempts: 2);
        await detector.DetectAsync(Request(new BytesImage(Png, "b")), _log, CancellationToken.None);
        var result = await detector.DetectAsync(Request(new BytesImage(Png, "b")), _log, CancellationToken.None);
        Assert.Equal((ErrorId.RetriesExhausted, ErrorScope.Image), (result.Error!.Id, result.Error.Scope));
    }

    [Fact]
    public async Task What_was_refused_on_the_way_is_not_tried_again_and_ends_the_run()
    {
        Func<ServiceAnswer> refusal = () => throw new TransportException(TransportFailure.Refused, "No trust.") { Remedy = "Trust it." };
        var transport = new ScriptedTransport(ScriptedTransport.Answer(200, ScriptedTransport.NoLabels), refusal);
        var detector = NewDetector(transport, maxAttempts: 5);
        await detector.DetectAsync(Request(new BytesImage(Png, "b")), _log, CancellationToken.None);
        var result = await detector.DetectAsync(Request(new BytesImage(Png, "b")), _log, CancellationToken.None);
        Assert.Equal((ErrorId.EndpointUnreachable, ErrorScope.Run, 1), (result.Error!.Id, result.Error.Scope, result.Attempts));
        Assert.Contains("No trust.", result.Error.Message, StringComparison.Ordinal);
        Assert.Equal("Trust it.", result.Error.RecommendedAction);
        Assert.Empty(_clock.Waits);
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
        Assert.Equal(12, _clock.Waits.Count);
    }

    [Fact]
    public async Task Throttling_without_progress_fails_the_image_in_time()
    {
        var result = await DetectAsync(new ScriptedTransport(ScriptedTransport.Error("ThrottlingException", 500)), new BytesImage(Png, "b"));
        Assert.Equal((ErrorId.ThrottleTimeout, ErrorScope.Image, 0), (result.Error!.Id, result.Error.Scope, result.Attempts));
        Assert.InRange(_clock.Elapsed, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5.5));
    }

    [Fact]
    public async Task A_refusal_names_the_documented_limit_the_image_is_outside_of()
    {
        byte[] wide = [.. Png];
        wide[18] = 0x14; // IHDR width 0x14C8 = 5320
        var result = await DetectAsync(new ScriptedTransport(ScriptedTransport.Error("ImageTooLargeException")), new BytesImage(wide, "wide.png"));
        Assert.Equal((ErrorId.ImageTooLarge, "ImageTooLargeException"), (result.Error!.Id, result.Error.Code));
        Assert.Contains("'wide.png'", result.Error.Message, StringComparison.Ordinal);
        Assert.Contains("5320", result.Error.Message, StringComparison.Ordinal);
        Assert.Contains("64 to 4096", result.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_image_that_is_none_costs_no_request()
    {
        var transport = new ScriptedTransport(ScriptedTransport.Answer(200, ScriptedTransport.NoLabels));
        var result = await DetectAsync(transport, new BytesImage("just text"u8.ToArray(), "t.jpg"), tag: 7);
        Assert.Equal((DetectionStatus.Failed, ErrorId.ImageFormat, 0, 7), (result.Status, result.Error!.Id, result.Attempts, result.Tag));
        Assert.Empty(transport.Bodies);
    }

    [Fact]
    public async Task A_success_that_is_no_answer_is_a_broken_connection()
    {
        var result = await DetectAsync(new ScriptedTransport(ScriptedTransport.Answer(200, "<html>Sign in to the hotel</html>")), new BytesImage(Png, "b"), maxAttempts: 2);
        Assert.Equal((ErrorId.RetriesExhausted, 2), (result.Error!.Id, result.Attempts));
    }

    [Fact]
    public async Task A_file_that_changes_between_attempts_is_not_sent()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".png");
        File.WriteAllBytes(path, Png);
        try
        {
            var transport = new ScriptedTransport(
                () =>
                {
                    File.WriteAllBytes(path, [.. Png, 1]);
                    throw new TransportException(TransportFailure.Broken, "It broke.");
                },
                ScriptedTransport.Answer(200, ScriptedTransport.NoLabels));
            var result = await DetectAsync(transport, new FileImage(path));
            Assert.Equal(ErrorId.ImageUnreadable, result.Error!.Id);
            Assert.Single(transport.Bodies);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task Another_region_than_the_arns_is_refused_before_anything_is_sent()
    {
        var transport = new ScriptedTransport(ScriptedTransport.Answer(200, ScriptedTransport.NoLabels));
        using var pool = new TransportPool(transport, new ConnectionSettings(), "us-east-1");
        var detector = new Detector(pool, new RetryPolicy(1, TimeSpan.FromMinutes(5), new Random(1)), new RequestLimits(), _clock);
        var result = await detector.DetectAsync(Request(new BytesImage(Png, "b")), _log, CancellationToken.None);
        Assert.Equal((ErrorId.RegionMismatch, ErrorScope.Model), (result.Error!.Id, result.Error.Scope));
        Assert.Empty(transport.Bodies);
    }

    [Fact]
    public async Task Cancellation_is_not_a_result() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            NewDetector(new ScriptedTransport(ScriptedTransport.Answer(200, ScriptedTransport.NoLabels)), 1).DetectAsync(Request(new BytesImage(Png, "b")), _log, new CancellationToken(canceled: true)));

    private static DetectionRequest Request(ImageSource image) => new(image, ProjectVersionArn.Parse(Arn));

    private Detector NewDetector(ScriptedTransport transport, int maxAttempts, RequestLimits? limits = null) => new(
        new TransportPool(transport, new ConnectionSettings(), region: null), new RetryPolicy(maxAttempts, TimeSpan.FromMinutes(5), new Random(1)), limits ?? new RequestLimits(), _clock);

    private Task<DetectionResult> DetectAsync(ScriptedTransport transport, ImageSource image, double? minConfidence = null, int? maxResults = null, object? tag = null, int maxAttempts = 5) =>
        NewDetector(transport, maxAttempts).DetectAsync(Request(image) with { MinConfidence = minConfidence, MaxResults = maxResults, Tag = tag }, _log, CancellationToken.None);
}
