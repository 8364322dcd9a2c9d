using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api;
using CustomLabels.Api.Transport;
using CustomLabels.Detection;
using CustomLabels.Detection.Limiting;
using CustomLabels.Fuzz.Headers;
using CustomLabels.Images;
using Xunit;

namespace CustomLabels.Core.Tests.Detection;

public sealed class OversizedPicturesTests : DetectorScene, IDisposable
{
    private const string Answer = """{"CustomLabels":[{"Name":"dent","Confidence":71,"Geometry":{"BoundingBox":{"Left":0.25,"Top":0.5,"Width":0.5,"Height":0.25}}}]}""";

    private readonly FakeShrinker _shrinker = new(Png);
    private readonly ScriptedTransport _transport = new(ScriptedTransport.Answer(200, Answer));

    public void Dispose() => _transport.Dispose();

    [Theory]
    [InlineData(4097, 100)]
    [InlineData(100, 4097)]
    public async Task Another_picture_is_sent_in_the_place_of_one_with_too_many_pixels(int width, int height)
    {
        var result = await DetectAsync(PngBuilder.Plain((uint)width, (uint)height));
        Assert.Contains(Convert.ToBase64String(Png), _transport.Bodies.Single(), StringComparison.Ordinal);
        Assert.Equal((width, height), (result.ImageWidth, result.ImageHeight));
        Assert.Equal((Png.Length, 200, 100), (result.SentLength, result.SentWidth, result.SentHeight));
        var box = result.CustomLabels[0].PixelBox!;
        Assert.Equal((Rounded(width / 4.0), Rounded(height / 2.0)), (box.Left, box.Top));
    }

    [Theory]
    [InlineData(4_000_000, 0)]
    [InlineData(4_000_001, 1)]
    [InlineData(9_000_000, 1)]
    public async Task Bytes_count_too(int length, int shrunk)
    {
        var result = await DetectAsync(Padded(PngBuilder.Plain(4096, 300), length));
        Assert.Equal(DetectionStatus.Succeeded, result.Status);
        Assert.Equal(shrunk, _shrinker.Shrunk.Count);
        Assert.Equal(shrunk == 0, result.SentLength is null);
    }

    [Fact]
    public async Task What_fits_is_sent_byte_for_byte()
    {
        var picture = PngBuilder.Plain(4096, 64);
        var result = await DetectAsync(picture);
        Assert.Contains(Convert.ToBase64String(picture), _transport.Bodies.Single(), StringComparison.Ordinal);
        Assert.Equal((null, null, null), (result.SentLength, result.SentWidth, result.SentHeight));
        Assert.Empty(_shrinker.Shrunk);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Boxes_refer_to_the_displayed_picture_whose_copy_is_upright(bool applyOrientation)
    {
        var turned = JpegBuilder.WithExif(5000, 3000, TiffBuilder.Orientation(6));
        var result = await DetectAsync(turned, applyOrientation);
        Assert.Equal((3000, 5000, 6), (result.ImageWidth, result.ImageHeight, result.ExifOrientation));
        Assert.Equal(new PixelBox(750, 2500, 1500, 1250), result.CustomLabels[0].PixelBox);
    }

    [Fact]
    public async Task A_picture_that_can_not_be_made_to_fit_fails_and_nothing_is_sent()
    {
        var error = ImageErrors.Incomplete("a.png");
        var result = await DetectAsync(PngBuilder.Plain(5000, 5000), shrinker: new FakeShrinker(Png, error));
        Assert.Equal((DetectionStatus.Failed, ErrorId.ImageTruncated, 0), (result.Status, result.Error!.Id, result.Attempts));
        Assert.Equal((5000, 5000), (result.ImageWidth, result.ImageHeight));
        Assert.Empty(_transport.Bodies);
    }

    [Fact]
    public async Task A_picture_that_would_become_too_narrow_fails_before_it_is_decoded()
    {
        var result = await DetectAsync(PngBuilder.Plain(8192, 100));
        Assert.Equal(ErrorId.ImageTooLarge, result.Error!.Id);
        Assert.Contains("8192 x 100", result.Error.Message, StringComparison.Ordinal);
        Assert.Empty(_shrinker.Shrunk);
        Assert.Empty(_transport.Bodies);
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_as_ever()
    {
        var result = await DetectAsync([.. "GIF89a"u8, .. new byte[5_000_000]]);
        Assert.Equal(ErrorId.ImageFormat, result.Error!.Id);
        Assert.Empty(_shrinker.Shrunk);
    }

    [Fact]
    public async Task An_object_in_s3_is_sent_as_it_is()
    {
        var result = await NewDetector().DetectAsync(Request(new S3Image("line4", "a.png", versionId: null, etag: null, size: 9_000_000)), Log, CancellationToken.None);
        Assert.Equal(DetectionStatus.Succeeded, result.Status);
        Assert.Empty(_shrinker.Shrunk);
    }

    [Fact]
    public async Task A_refusal_is_explained_by_the_picture_that_was_sent()
    {
        var refusing = new ScriptedTransport(ScriptedTransport.Error("ImageTooLargeException"));
        var result = await NewDetector(refusing).DetectAsync(Request(new BytesImage(PngBuilder.Plain(5000, 5000), "a.png")), Log, CancellationToken.None);
        Assert.Equal(ErrorId.ImageTooLarge, result.Error!.Id);
        Assert.DoesNotContain("5000", result.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_more_are_worked_on_at_a_time_than_there_are_processors()
    {
        var (now, most) = (0, 0);
        _shrinker.Seen = _ =>
        {
            var count = Interlocked.Increment(ref now);
            lock (_shrinker) most = Math.Max(most, count);
            Thread.Sleep(1);
            return Interlocked.Decrement(ref now);
        };
        var detector = NewDetector();
        var results = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(() => detector.DetectAsync(Request(new BytesImage(PngBuilder.Plain(5000, 5000), $"{i}")), Log, CancellationToken.None))));
        Assert.All(results, result => Assert.NotNull(result.SentLength));
        Assert.InRange(most, 1, Environment.ProcessorCount);
    }

    private static int Rounded(double pixels) => (int)Math.Round(pixels, MidpointRounding.AwayFromZero);

    private static byte[] Padded(byte[] picture, int length) => [.. picture, .. new byte[length - picture.Length]];

    private Task<DetectionResult> DetectAsync(byte[] picture, bool applyOrientation = true, FakeShrinker? shrinker = null) =>
        NewDetector(applyOrientation: applyOrientation, shrinker: shrinker).DetectAsync(Request(new BytesImage(picture, "a.png")), Log, CancellationToken.None);

    private Detector NewDetector(ScriptedTransport? transport = null, bool applyOrientation = true, FakeShrinker? shrinker = null) => new(
        new TransportPool(transport ?? _transport, new ConnectionSettings()), new RetryPolicy(1, TimeSpan.FromMinutes(5), new Random(1)), new RequestLimits(), Clock, applyOrientation,
        new OversizedPictures(shrinker ?? _shrinker));
}
