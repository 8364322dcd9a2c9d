using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace CustomLabels.Annotations.GroundTruth;

/// <summary>Reads SageMaker Ground Truth manifests: JSON Lines, one image a line (Custom Labels guide, "Creating a manifest file").</summary>
/// <remarks>
/// AWS skips bad lines up to a limit; here the first one is refused, so that nobody tests against less data than they think. Lines in which Ground Truth
/// records that labelling an image failed are no mistake: they are passed over and counted.
/// </remarks>
internal static class ManifestReader
{
    /// <summary>The longest line that the service takes (botocore model rekognition/2016-06-27, <c>DatasetEntry</c>).</summary>
    public const int LineLimit = 100_000;

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its path.</param>
    /// <exception cref="ManifestException">A line is bad, or there is no line.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static ManifestContent Read(string file)
    {
        using var reader = new StreamReader(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        return Read(reader, file);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="file">Its name for errors.</param>
    /// <exception cref="ManifestException">A line is bad, or there is no line.</exception>
    public static ManifestContent Read(TextReader reader, string file)
    {
        var images = new List<ManifestImage>();
        var failedLines = 0;
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var position = new ManifestPosition(file, 1); ReadLine(reader, position) is { } line; position = position with { LineNumber = position.LineNumber + 1 })
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (ManifestLine.Read(line, position) is not { } image)
            {
                failedLines++;
                continue;
            }

            var (bucket, key, _) = image.Source;
            var firstBucket = images.Count == 0 ? bucket : images[0].Source.Bucket;
            if (!string.Equals(firstBucket, bucket, StringComparison.Ordinal))
                throw position.Error(ManifestDefect.ManyBuckets, $"This one is in '{bucket}', those before are in '{firstBucket}'. Keep one bucket's images in a manifest.");
            if (lines.TryGetValue(key, out var earlier))
                throw position.Error(ManifestDefect.Duplicate, FormattableString.Invariant($"'s3://{bucket}/{key}' is in line {earlier}. Put all its labels into one line."));
            lines.Add(key, position.LineNumber);
            images.Add(image);
        }

        if (images.Count == 0 && failedLines > 0) throw new ManifestPosition(file, 0).Error(ManifestDefect.OnlyFailures, "Give the manifest of a labelling job that has labelled images.");
        if (images.Count == 0) throw new ManifestPosition(file, 0).Error(ManifestDefect.Empty, "Give one JSON object with a source-ref and labels for each image.");
        return new ManifestContent(images, failedLines);
    }

    /// <summary>Reads a line of bounded length: a file that is no manifest may be one line of any size.</summary>
    private static string? ReadLine(TextReader reader, ManifestPosition position)
    {
        var line = new StringBuilder();
        try
        {
            int next;
            while ((next = reader.Read()) >= 0 && next != '\n')
            {
                if (next == '\r' && reader.Peek() == '\n') continue;
                if (line.Length == LineLimit) throw position.Error(ManifestDefect.JsonLine, FormattableString.Invariant($"It is over {LineLimit} characters."));
                line.Append((char)next);
            }

            return next < 0 && line.Length == 0 ? null : line.ToString();
        }
        catch (DecoderFallbackException)
        {
            throw position.Error(ManifestDefect.JsonLine, "It is not UTF-8.");
        }
    }
}
