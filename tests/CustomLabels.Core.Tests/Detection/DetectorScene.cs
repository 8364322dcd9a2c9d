using System;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api;
using CustomLabels.Api.Transport;
using CustomLabels.Arns;
using CustomLabels.Detection;
using CustomLabels.Detection.Limiting;
using CustomLabels.Images;

namespace CustomLabels.Core.Tests.Detection;

/// <summary>A detector over a scripted service, with a clock that is set by hand.</summary>
public abstract class DetectorScene
{
    protected const string Arn = "arn:aws:rekognition:eu-west-1:123456789012:project/p/version/v/1";

    // PNG signature and IHDR of 200 x 100 pixels; the header is all that is read here.
    protected static readonly byte[] Png =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 200, 0, 0, 0, 100, 8, 2, 0, 0, 0, 1, 2, 3, 4, 0, 0, 0, 0, 0x49, 0x44, 0x41, 0x54];

    private protected ManualClock Clock { get; } = new();

    private protected LogLines Log { get; } = new();

    private protected static DetectionRequest Request(ImageSource image) => new(image, ProjectVersionArn.Parse(Arn));

    private protected Detector NewDetector(ScriptedTransport transport, int maxAttempts, RequestLimits? limits = null) => new(
        new TransportPool(transport, new ConnectionSettings()), new RetryPolicy(maxAttempts, TimeSpan.FromMinutes(5), new Random(1)), limits ?? new RequestLimits(), Clock);

    private protected Task<DetectionResult> DetectAsync(ScriptedTransport transport, ImageSource image, double? minConfidence = null, int? maxResults = null, object? tag = null, int maxAttempts = 5) =>
        NewDetector(transport, maxAttempts).DetectAsync(Request(image) with { MinConfidence = minConfidence, MaxResults = maxResults, Tag = tag }, Log, CancellationToken.None);
}
