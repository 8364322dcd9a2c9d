using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Images;
using CustomLabels.Limiting;
using CustomLabels.Service;
using CustomLabels.Wire;

namespace CustomLabels.Detection;

/// <summary>Takes one image all the way: inspects it, asks the service, reads the answer. Safe for concurrent use.</summary>
public sealed class Detector
{
    private readonly TransportPool _transports;
    private readonly ServiceCaller _caller;
    private readonly IRunClock _clock;
    private readonly bool _applyOrientation;
    private readonly ConcurrentDictionary<string, DetectionError> _deadModels = new(StringComparer.Ordinal);
    private long _images;

    /// <summary>A detector.</summary>
    /// <param name="transports">The ways to the service.</param>
    /// <param name="retry">Which failures pass.</param>
    /// <param name="limits">What the service may be asked at a time.</param>
    /// <param name="clock">The time.</param>
    /// <param name="applyOrientation">Whether pixel boxes refer to the image as its EXIF orientation displays it (what AWS documents for
    /// DetectLabels; for DetectCustomLabels it documents nothing) or as it is stored.</param>
    public Detector(TransportPool transports, RetryPolicy retry, RequestLimits limits, IRunClock clock, bool applyOrientation = true)
    {
        _transports = transports;
        _caller = new ServiceCaller(retry, new RequestGate(limits, clock), Statistics, clock);
        _clock = clock;
        _applyOrientation = applyOrientation;
    }

    /// <summary>What all requests came to so far.</summary>
    public RequestStatistics Statistics { get; } = new();

    /// <summary>Asks a model version about one image. A model that turned out not to be there, or not to run, is asked no more.</summary>
    /// <param name="request">The image and the question.</param>
    /// <param name="log">What to say on the way.</param>
    /// <param name="cancellationToken">Abandons it.</param>
    /// <returns>The labels, or a failed result that says why; only cancellation is an exception.</returns>
    public async Task<DetectionResult> DetectAsync(DetectionRequest request, IDetectionLog log, CancellationToken cancellationToken)
    {
        var result = request.Unanswered();
        if (_deadModels.TryGetValue(result.ProjectVersionArn, out var death)) return result.Failed(death, _clock.UtcNow);
        var context = new CallContext(request, Interlocked.Increment(ref _images), log);
        try
        {
            var transport = _transports.For(request.ProjectVersionArn);
            var labels = await _caller.CallAsync(transport, "DetectCustomLabels", () => OpenBody(context), DetectResponseReader.Read, context, cancellationToken).ConfigureAwait(false);
            result = WithHeader(result, context.Inspected);
            result = result with { Status = DetectionStatus.Succeeded, CustomLabels = labels.AttachTo(result), Timestamp = _clock.UtcNow };
        }
        catch (DetectionException exception)
        {
            result = WithHeader(result, context.Inspected).Failed(exception.Error, _clock.UtcNow);
            if (exception.Error.Scope == ErrorScope.Model) _deadModels.TryAdd(result.ProjectVersionArn, exception.Error);
        }
        finally
        {
            context.Inspected?.Dispose();
        }

        return result with { Attempts = context.Attempts, RequestId = context.RequestId, Duration = context.FirstSent is { } sent ? _clock.Elapsed - sent : TimeSpan.Zero };
    }

    private static Stream OpenBody(CallContext context)
    {
        var request = context.Request;
        var arn = request.ProjectVersionArn.Text;
        if (request.Image is not LocalImage local)
        {
            var image = new S3ObjectReference(request.Image.Bucket!, request.Image.Key!, request.Image.VersionId);
            return new MemoryStream(DetectRequestWriter.Write(arn, image, request.MinConfidence, request.MaxResults), writable: false);
        }

        var name = local.LiteralPath ?? local.Name;
        var inspected = context.Inspected = ImageInspector.Inspect(local);
        return new DetectRequestStream(
            DetectRequestWriter.BytesPrefix(arn),
            request.Digest is { } digest ? () => digest.Over(inspected.OpenRead()) : inspected.OpenRead,
            inspected.Length,
            DetectRequestWriter.BytesSuffix(request.MinConfidence, request.MaxResults),
            failure => failure is null ? new DetectionException(ImageErrors.Changed(name)) : new DetectionException(ImageErrors.Unreadable(name, failure.Message), failure));
    }

    private DetectionResult WithHeader(DetectionResult result, InspectedImage? inspected)
    {
        if (inspected is null) return result;
        var (width, height) = inspected.DisplayedSize(_applyOrientation);
        return result with { ImageWidth = width, ImageHeight = height, ExifOrientation = inspected.Header.ExifOrientation };
    }
}
