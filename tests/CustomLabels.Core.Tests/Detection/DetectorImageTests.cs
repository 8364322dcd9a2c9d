using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api.Transport;
using CustomLabels.Core.Tests.Images;
using CustomLabels.Detection.Limiting;
using CustomLabels.Fuzz.Headers;
using CustomLabels.Images;
using Xunit;

namespace CustomLabels.Core.Tests.Detection;

public sealed class DetectorImageTests : DetectorScene
{
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
        var first = Task.Run(() => detector.DetectAsync(Request(new BytesImage(Png, "first")), Log, CancellationToken.None));
        asked.Wait(TimeSpan.FromSeconds(30));
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.png");
        var second = detector.DetectAsync(Request(new FileImage(path)), Log, CancellationToken.None);

        // Not there when it came, there when its turn has come.
        File.WriteAllBytes(path, Png);
        answer.Set();
        Assert.Equal([DetectionStatus.Succeeded, DetectionStatus.Succeeded], [(await first).Status, (await second).Status]);
        File.Delete(path);
    }

    [Fact]
    public async Task An_image_that_breaks_off_while_it_is_sent_fails_alone_and_says_why()
    {
        var content = new byte[100_000];
        Png.CopyTo(content, 0);
        var transport = new ScriptedTransport(ScriptedTransport.Answer(200, ScriptedTransport.NoLabels));
        var detector = NewDetector(transport, maxAttempts: 3);
        var result = await detector.DetectAsync(Request(new StreamImage(new FailingStream(content, failAt: 60_000, canSeek: true), "stream #1")), Log, CancellationToken.None);
        Assert.Equal((ErrorId.ImageUnreadable, ErrorScope.Image), (result.Error!.Id, result.Error.Scope));
        Assert.Contains("'stream #1' can't be read: The line is cut.", result.Error.Message, StringComparison.Ordinal);

        var next = await detector.DetectAsync(Request(new BytesImage(Png, "bytes #1")), Log, CancellationToken.None);
        Assert.Equal(DetectionStatus.Succeeded, next.Status);
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

    [Theory]
    [InlineData(5320, 72, "no more pixels")]
    [InlineData(96, 72, "put it into S3")]
    public async Task S3_is_recommended_for_bytes_and_not_for_pixels(uint width, uint height, string action)
    {
        var result = await DetectAsync(new ScriptedTransport(ScriptedTransport.Error("ImageTooLargeException")), new BytesImage(PngBuilder.Plain(width, height), "a.png"));
        Assert.Contains(action, result.Error!.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(6_000_000, 640, "put it into S3")]
    [InlineData(6_000_000, 8000, "no more pixels")]
    [InlineData(16_000_000, 640, "Even in S3 only 15 MB")]
    public async Task S3_is_recommended_before_the_request_too_only_where_it_helps(int length, uint width, string action)
    {
        var content = PngBuilder.Plain(width, 640);
        Array.Resize(ref content, length);
        var result = await DetectAsync(new ScriptedTransport(), new BytesImage(content, "a.png"));
        Assert.Equal((ErrorId.ImageTooLarge, 0), (result.Error!.Id, result.Attempts));
        Assert.Contains(action, result.Error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_object_in_S3_is_not_recommended_to_be_put_there()
    {
        var result = await DetectAsync(new ScriptedTransport(ScriptedTransport.Error("ImageTooLargeException")), new S3Image("line4", "a.png"));
        Assert.Equal("Make the object smaller: in S3 15 MB and 4096 pixels a side are allowed.", result.Error!.RecommendedAction);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Boxes_count_the_stored_pixels_of_a_PNG_and_the_displayed_ones_of_a_JPEG(bool isPng)
    {
        var tiff = TiffBuilder.Orientation(6);
        var image = new BytesImage(isPng ? PngBuilder.WithExif(400, 200, tiff) : JpegBuilder.WithExif(400, 200, tiff), "a");
        var result = await DetectAsync(new ScriptedTransport(ScriptedTransport.Answer(200, """{"CustomLabels":[{"Name":"dent","Confidence":71.5,"Geometry":{"BoundingBox":{"Left":0.5,"Top":0.5,"Width":0.25,"Height":0.25}}}]}""")), image);
        Assert.Equal(isPng ? new PixelBox(200, 100, 100, 50) : new PixelBox(100, 200, 50, 100), result.CustomLabels[0].PixelBox);
        Assert.Equal(6, result.ExifOrientation);
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
}
