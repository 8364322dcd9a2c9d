using System;
using System.Buffers;
using System.Buffers.Text;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CustomLabels.Api.Constraints;
using CustomLabels.Api.Generated;
using CustomLabels.Api.Transport;
using CustomLabels.Arns;
using CustomLabels.Detection.Journal;
using CustomLabels.Detection.Protocol;
using CustomLabels.Images;
using CustomLabels.Local.Account;
using CustomLabels.Local.Errors;
using CustomLabels.Local.Images;

namespace CustomLabels.Local.Operations;

/// <summary>Answers DetectCustomLabels from labelled data. Its requests are read and checked by hand, as an image is not copied on the way.</summary>
internal sealed class DetectCustomLabelsOperation : IOperation
{
    private readonly AwsAccount _account;
    private readonly JournalAnswers? _journal;
    private readonly int _maxImageByteCount;
    private readonly UnknownImages _unknown;

    /// <summary>An operation with an account.</summary>
    /// <param name="account">The models that answer.</param>
    /// <param name="journal">Answers of another time, which come before the models'; null for none.</param>
    /// <param name="maxImageByteCount">The most bytes of an image that is sent.</param>
    /// <param name="unknown">Where images are noted that no model knows.</param>
    public DetectCustomLabelsOperation(AwsAccount account, JournalAnswers? journal, int maxImageByteCount, UnknownImages unknown)
    {
        _unknown = unknown;
        _account = account;
        _journal = journal;
        _maxImageByteCount = maxImageByteCount;
    }

    /// <inheritdoc/>
    public ServiceOperation Api => RekognitionOperations.DetectCustomLabels;

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
        if (request.Bytes is null == request.S3Object is null) throw ServiceFaults.ImageNotOneSource();

        // Assumed: what the model can't take on is refused before the image is looked at.
        var model = _account.Admit(request.ProjectVersionArn!);
        if (_journal?.Find(request, ContentHash.HexOf) is { } answer) return answer;
        var labels = (request.Bytes is { } bytes ? LabelsOf(bytes, model.Images) : LabelsOf(request.S3Object!, model.Images)) ?? Unknown(request);
        // As the confidences: a float of 32 bits, or a label would be below the very confidence that it has.
        var threshold = (float)(request.MinConfidence ?? model.AssumedThreshold);
        return DetectResponseWriter.Write(labels.Where(label => label.Confidence >= threshold).Take(request.MaxResults ?? int.MaxValue));
    }

    private static void CheckConstraints(DetectRequest request)
    {
        var check = new ConstraintCheck();
        check.Required("projectVersionArn", request.ProjectVersionArn is not null);
        check.Text("projectVersionArn", request.ProjectVersionArn, Shapes.ProjectVersionArn);
        check.Required("image", request.HasImage);
        check.Blob("image.bytes", request.Bytes?.Count, Shapes.ImageBlob);
        if (request.S3Object is { } source)
        {
            // Bucket and name are not required by the model: without them the reference is invalid, not its form.
            if (source.Bucket.Length == 0 || source.Name.Length == 0) throw ServiceFaults.S3ObjectInvalid();
            check.Text("image.s3Object.bucket", source.Bucket, Shapes.S3Bucket);
            check.Text("image.s3Object.name", source.Name, Shapes.S3ObjectName);
            check.Text("image.s3Object.version", source.Version, Shapes.S3ObjectVersion);
        }

        check.Whole("maxResults", request.MaxResults, Shapes.UInteger);
        check.Float("minConfidence", request.MinConfidence, Shapes.Percent);
        check.ThrowIfViolated();
    }

    /// <summary>No labels; and a note, because nobody could tell that from an image on which there is nothing.</summary>
    private CustomLabel[] Unknown(DetectRequest request)
    {
        if (request.Bytes is { } bytes) _unknown.Add(bytes);
        else _unknown.Add(request.S3Object!);
        return [];
    }

    private IReadOnlyList<CustomLabel>? LabelsOf(ArraySegment<byte> bytes, LabelledImages images)
    {
        using (var stream = new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false)) ImageCheck.Check(stream, _maxImageByteCount);
        return images.LabelsOf(bytes);
    }

    private static IReadOnlyList<CustomLabel>? LabelsOf(S3ObjectReference source, LabelledImages images)
    {
        var file = images.FileOf(source) ?? throw ServiceFaults.S3ObjectUnavailable();
        try
        {
            using var stream = File.OpenRead(file);
            ImageCheck.Check(stream, ImageLimits.DocumentedS3BytesAtMost);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ServiceFaults.S3ObjectUnavailable();
        }

        return images.LabelsOf(source);
    }
}
