using System;
using System.Buffers;
using System.Buffers.Text;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using CustomLabels.Images;
using CustomLabels.Local.Images;
using CustomLabels.Service;
using CustomLabels.Wire;

namespace CustomLabels.Local.Operations;

/// <summary>Answers DetectCustomLabels from labelled data. Constraints are those of the botocore model rekognition/2016-06-27.</summary>
internal sealed class DetectCustomLabelsOperation : IOperation
{
    private static readonly Regex BucketForm = new(@"\A[0-9A-Za-z.\-_]*\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private readonly LabelledImages _images;
    private readonly string _arn;
    private readonly double _assumedThreshold;
    private readonly int _maxImageByteCount;

    /// <summary>An operation with one model version.</summary>
    /// <param name="images">The labelled data.</param>
    /// <param name="arn">The model version's ARN.</param>
    /// <param name="assumedThreshold">The confidence below which labels are left out of answers without MinConfidence, 0 to 100.</param>
    /// <param name="maxImageByteCount">The most bytes of an image that is sent.</param>
    public DetectCustomLabelsOperation(LabelledImages images, string arn, double assumedThreshold, int maxImageByteCount)
    {
        _images = images;
        _arn = arn;
        _assumedThreshold = assumedThreshold;
        _maxImageByteCount = maxImageByteCount;
    }

    /// <inheritdoc/>
    public string Name => "DetectCustomLabels";

    /// <inheritdoc/>
    public byte[] Answer(ReadOnlySpan<byte> body)
    {
        // An array of its own for each image would be collected, with a stop of everything, after every few of them.
        var buffer = ArrayPool<byte>.Shared.Rent(Base64.GetMaxDecodedFromUtf8Length(body.Length));
        try
        {
            return Answer(DetectRequestReader.Read(body, buffer));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private byte[] Answer(DetectRequest request)
    {
        CheckConstraints(request);
        if (request.Bytes is null == request.S3Object is null) throw ServiceErrors.ImageNotOneSource();
        if (!string.Equals(request.ProjectVersionArn, _arn, StringComparison.Ordinal)) throw ServiceErrors.ModelNotFound(request.ProjectVersionArn!);
        var labels = request.Bytes is { } bytes ? LabelsOf(bytes) : LabelsOf(request.S3Object!);
        var threshold = request.MinConfidence ?? _assumedThreshold;
        return DetectResponseWriter.Write(labels.Where(label => label.Confidence >= threshold).Take(request.MaxResults ?? int.MaxValue));
    }

    private static void CheckConstraints(DetectRequest request)
    {
        var constraints = new Constraints();
        constraints.Required(request.ProjectVersionArn is not null, "projectVersionArn");
        constraints.Length(request.ProjectVersionArn, "projectVersionArn", ProjectVersionArn.MinLength, ProjectVersionArn.MaxLength);
        constraints.Pattern(request.ProjectVersionArn, "projectVersionArn", ProjectVersionArn.Form, ProjectVersionArn.ModelPattern);
        constraints.Required(request.HasImage, "image");
        constraints.Length(request.Bytes, "image.bytes", 1, ImageLimits.MaxBytes);
        if (request.S3Object is { } source)
        {
            // Bucket and name are not required by the model: without them the reference is invalid, not its form.
            if (source.Bucket.Length == 0 || source.Name.Length == 0) throw ServiceErrors.S3ObjectInvalid();
            constraints.Length(source.Bucket, "image.s3Object.bucket", 3, 255);
            constraints.Pattern(source.Bucket, "image.s3Object.bucket", BucketForm, @"[0-9A-Za-z\.\-_]*");
            constraints.Length(source.Name, "image.s3Object.name", 1, 1024);
            constraints.Length(source.Version, "image.s3Object.version", 1, 1024);
        }

        constraints.Range(request.MinConfidence, "minConfidence", 0, 100);
        constraints.AtLeast(request.MaxResults, "maxResults", 0);
        constraints.Check();
    }

    private IReadOnlyList<CustomLabel> LabelsOf(ArraySegment<byte> bytes)
    {
        using (var stream = new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false)) ImageCheck.Check(stream, _maxImageByteCount);
        return _images.LabelsOf(bytes);
    }

    private IReadOnlyList<CustomLabel> LabelsOf(S3ObjectReference source)
    {
        var file = _images.FileOf(source) ?? throw ServiceErrors.S3ObjectUnavailable();
        try
        {
            using var stream = File.OpenRead(file);
            ImageCheck.Check(stream, ImageLimits.DocumentedS3BytesAtMost);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ServiceErrors.S3ObjectUnavailable();
        }

        return _images.LabelsOf(source);
    }
}
