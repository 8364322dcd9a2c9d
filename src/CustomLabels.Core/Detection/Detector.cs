using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api;
using CustomLabels.Api.Generated;
using CustomLabels.Arns;
using CustomLabels.Detection.Limiting;
using CustomLabels.Detection.Protocol;
using CustomLabels.Images;
using CustomLabels.Time;

namespace CustomLabels.Detection;

/// <summary>Takes one image all the way: inspects it, asks the service, reads the answer. Safe for concurrent use.</summary>
public sealed class Detector
{
    private readonly TransportPool _transports;
    private readonly ServiceCaller _caller;
    private readonly RequestGate _gate;
    private readonly Refusals _refusals = new();
    private readonly IClock _clock;
    private readonly bool _applyOrientation;
    private readonly OversizedPictures? _oversized;
    private readonly ConcurrentDictionary<string, CustomLabelsError> _deadModels = new(StringComparer.Ordinal);
    // What a request to a model version begins with.
    private readonly ConcurrentDictionary<string, byte[]> _prefixes = new(StringComparer.Ordinal);
    private long _images;

    /// <summary>A detector.</summary>
    /// <param name="transports">The ways to the service.</param>
    /// <param name="retry">Which failures pass.</param>
    /// <param name="limits">What the service may be asked at a time.</param>
    public Detector(TransportPool transports, RetryPolicy retry, RequestLimits limits)
        : this(transports, retry, limits, new SystemClock())
    {
    }

    /// <summary>A detector.</summary>
    /// <param name="transports">The ways to the service.</param>
    /// <param name="retry">Which failures pass.</param>
    /// <param name="limits">What the service may be asked at a time.</param>
    /// <param name="clock">The time.</param>
    /// <param name="applyOrientation">Whether pixel boxes refer to a JPEG as its EXIF orientation displays it (what AWS documents for DetectLabels; for
    /// DetectCustomLabels it documents nothing) or as it is stored. A PNG is never turned.</param>
    /// <param name="oversized">What is done with pictures that are too large; null has them sent as they are.</param>
    internal Detector(TransportPool transports, RetryPolicy retry, RequestLimits limits, IClock clock, bool applyOrientation = true, OversizedPictures? oversized = null)
    {
        _transports = transports;
        _caller = new ServiceCaller(retry, clock);
        _gate = new RequestGate(limits, clock);
        _clock = clock;
        _applyOrientation = applyOrientation;
        _oversized = oversized;
    }

    /// <summary>What all requests came to so far.</summary>
    internal RequestStatistics Statistics => _caller.Statistics;

    /// <summary>Asks a model version about one image. A model that turned out not to be there, or not to run, is asked no more.</summary>
    /// <param name="request">The image and the question.</param>
    /// <param name="log">What to say on the way.</param>
    /// <param name="cancellationToken">Abandons it.</param>
    /// <returns>The labels, or a failed result that says why; only cancellation is an exception.</returns>
    public async Task<DetectionResult> DetectAsync(DetectionRequest request, ICallLog log, CancellationToken cancellationToken)
    {
        var arn = request.ProjectVersionArn.Text;
        if (_deadModels.TryGetValue(arn, out var death)) return request.Unanswered().Failed(death, _clock.UtcNow);
        using var asked = new AskedImage(request);
        var turn = new ModelTurn(_gate, _gate.For(arn), Interlocked.Increment(ref _images));
        var call = new Call(RekognitionOperations.DetectCustomLabels, request.Image.LiteralPath ?? request.Image.Name, turn, log) { Refused = error => _refusals.Of(error, asked.Refused()) };
        try
        {
            if (_oversized is not null) await _oversized.FitAsync(asked, log, cancellationToken).ConfigureAwait(false);
            var transport = _transports.For(request.ProjectVersionArn);
            var labels = await _caller.CallAsync(transport, call, () => OpenBody(asked), DetectResponseReader.Read, cancellationToken).ConfigureAwait(false);
            _refusals.Served();
            var result = Asked(asked, call);
            return result with { Status = DetectionStatus.Succeeded, CustomLabels = labels.AttachTo(result), Timestamp = _clock.UtcNow };
        }
        catch (CustomLabelsException exception)
        {
            if (exception.Error.Scope == ErrorScope.Model) _deadModels.TryAdd(arn, exception.Error);
            return Asked(asked, call).Failed(exception.Error, _clock.UtcNow);
        }
    }

    private Stream OpenBody(AskedImage asked)
    {
        var request = asked.Request;
        var arn = request.ProjectVersionArn.Text;
        if ((asked.Replacement ?? request.Image) is not LocalImage local)
        {
            var image = new S3ObjectReference(request.Image.Bucket!, request.Image.Key!, request.Image.VersionId);
            return new MemoryStream(DetectRequestWriter.Write(arn, image, request.MinConfidence, request.MaxResults), writable: false);
        }

        var name = local.LiteralPath ?? local.Name;
        var inspected = asked.Inspected = ImageInspector.Inspect(local);
        return new DetectRequestStream(
            _prefixes.GetOrAdd(arn, DetectRequestWriter.BytesPrefix),
            request.Digest is { } digest && asked.Replacement is null ? () => digest.Over(inspected.OpenRead()) : inspected.OpenRead,
            inspected.Length,
            DetectRequestWriter.BytesSuffix(request.MinConfidence, request.MaxResults),
            failure => failure is null ? new CustomLabelsException(ImageErrors.Changed(name)) : new CustomLabelsException(ImageErrors.Unreadable(name, failure.Message), failure));
    }

    /// <summary>A result with everything that is known but the answer.</summary>
    private DetectionResult Asked(AskedImage asked, Call call)
    {
        // Another picture that is sent in its place is upright, whatever people look at: the boxes are those of the displayed image.
        var (width, height) = asked.Header?.DisplayedSize(_applyOrientation || asked.Given is not null) ?? default;
        return asked.Request.Unanswered() with
        {
            ImageFormat = asked.Header?.Format,
            ImageWidth = width,
            ImageHeight = height,
            ExifOrientation = asked.Header?.ExifOrientation,
            Oversized = asked.Given is null ? null : OversizedPictures.Shrink,
            Sent = asked.Sent,
            Attempts = call.Attempts,
            RequestId = call.RequestId,
            Duration = call.FirstSent is { } sent ? _clock.Elapsed - sent : TimeSpan.Zero,
        };
    }
}
