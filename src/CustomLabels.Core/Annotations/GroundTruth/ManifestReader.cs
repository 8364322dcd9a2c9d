using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Annotations.Content;
using CustomLabels.Images;

namespace CustomLabels.Annotations.GroundTruth;

/// <summary>Reads SageMaker Ground Truth manifests whole: JSON Lines, one image a line (Custom Labels guide, "Creating a manifest file").</summary>
/// <remarks>
/// AWS skips bad lines up to a limit; here the first one is refused, so that nobody tests against less data than they think. Lines in which Ground Truth
/// records that labelling an image failed are no mistake: they are passed over and counted.
/// </remarks>
internal static class ManifestReader
{
    /// <summary>The longest line that the service takes (botocore model rekognition/2016-06-27, <c>DatasetEntry</c>).</summary>
    public const int LineLimit = 100_000;

    /// <summary>Reads a manifest.</summary>
    /// <param name="content">The manifest.</param>
    /// <exception cref="ManifestException">A line is bad, or there is no line.</exception>
    /// <exception cref="CustomLabelsException">The file can't be read.</exception>
    public static ManifestContent Read(AnnotationContent content)
    {
        var images = new List<ManifestImage>();
        var failedLines = 0;
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (text, number) in TextLines.Read(content, LineLimit, (line, problem) => new ManifestPosition(content.Path, line).Error(ManifestDefect.JsonLine, problem)))
        {
            var position = new ManifestPosition(content.Path, number);
            if (string.IsNullOrWhiteSpace(text)) continue;
            var line = ManifestLineReader.Read(text);
            if (line.IsFailure)
            {
                failedLines++;
                continue;
            }

            var (bucket, key) = RequireSource(line, position);
            if (line.Findings.Count > 0) throw position.Error(line.Findings[0].Defect, line.Findings[0].Found);
            var firstBucket = images.Count == 0 ? bucket : images[0].Source.Bucket;
            if (!string.Equals(firstBucket, bucket, StringComparison.Ordinal))
                throw position.Error(ManifestDefect.ManyBuckets, $"This one is in '{bucket}', those before are in '{firstBucket}'. Keep one bucket's images in a manifest.");
            if (lines.TryGetValue(key, out var earlier))
                throw position.Error(ManifestDefect.Duplicate, FormattableString.Invariant($"'s3://{bucket}/{key}' is in line {earlier}. Put all its labels into one line."));
            lines.Add(key, number);
            images.Add(new ManifestImage(new S3ObjectReference(bucket, key, Version: null), Labels(line)));
        }

        if (images.Count == 0 && failedLines > 0) throw new ManifestPosition(content.Path, 0).Error(ManifestDefect.OnlyFailures, "Give the manifest of a labelling job that has labelled images.");
        if (images.Count == 0) throw new ManifestPosition(content.Path, 0).Error(ManifestDefect.Empty, "Give one JSON object with a source-ref and labels for each image.");
        return new ManifestContent(images, failedLines);
    }

    private static (string Bucket, string Key) RequireSource(ManifestLine line, ManifestPosition position)
    {
        if (line.Bucket is null || line.Key is null) throw position.Error(line.Findings[0].Defect, line.Findings[0].Found);
        return ImageKey.IsFile(line.Key)
            ? (line.Bucket, line.Key)
            : throw position.Error(ManifestDefect.Source, $"The key '{VisibleText.Of(line.Key)}' names no file below the image root: it may have no empty, '.' or '..' part and no drive.");
    }

    private static List<LabelAnnotation> Labels(ManifestLine line) => line.Attributes
        .SelectMany(attribute => attribute.Labels.Select(label => new LabelAnnotation { Name = label.Name, BoundingBox = Ratios(label.Box, attribute.ImageSize), Confidence = label.Confidence }))
        .OrderByDescending(label => label.Confidence)
        .ToList();

    private static BoundingBox? Ratios(ManifestBox? box, (double Width, double Height)? image) =>
        box is null || image is not var (width, height) ? null : new BoundingBox(box.Left / width, box.Top / height, box.Width / width, box.Height / height);
}
