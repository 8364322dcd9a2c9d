using System;
using System.IO;
using CustomLabels.Detection.Protocol;
using CustomLabels.Local.Account;
using CustomLabels.Local.Http;
using CustomLabels.Local.Operations;
using CustomLabels.Time;

namespace CustomLabels.Testing;

/// <summary>The codec of DetectCustomLabels, which is written by hand.</summary>
internal sealed class DetectionEcho : IEcho
{
    // Without models: a request that the constraints let pass ends there.
    private readonly DetectCustomLabelsOperation _operation = new(
        new AwsAccount([], runningModelQuota: 0, inferenceUnitQuota: 0, new ScaledClock(new SystemClock(), scale: 1)), journal: null, maxImageByteCount: int.MaxValue,
        new UnknownImages(new RequestCounters()));

    /// <inheritdoc/>
    public byte[] EchoRequest(byte[] body)
    {
        var request = DetectRequestReader.Read(body);
        var arn = request.ProjectVersionArn ?? throw new FormatException("The module asks no model without a name.");
        if (request.S3Object is { } source) return DetectRequestWriter.Write(arn, source, request.MinConfidence, request.MaxResults);
        if (request.Bytes is not { } image) throw new FormatException("The module asks nothing without an image.");
        using var stream = new DetectRequestStream(
            DetectRequestWriter.BytesPrefix(arn),
            () => new MemoryStream(image.Array!, image.Offset, image.Count, writable: false),
            image.Count,
            DetectRequestWriter.BytesSuffix(request.MinConfidence, request.MaxResults),
            why => new FormatException("The image was not read to its end.", why));
        using var written = new MemoryStream();
        stream.CopyTo(written);
        return written.ToArray();
    }

    /// <inheritdoc/>
    public void CheckRequest(byte[] body) => _operation.Answer(body);

    /// <inheritdoc/>
    public byte[] EchoResponse(byte[] body) => DetectResponseWriter.Write(DetectResponseReader.Read(body));
}
