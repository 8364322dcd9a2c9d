using System;
using System.IO;

namespace CustomLabels.Images;

/// <summary>Where an image is, as one text: what is said of one image is brought together by it.</summary>
internal static class ImageLocation
{
    /// <summary>Tells paths apart as this system does; places in S3 too, where one with other letters is rarely meant.</summary>
    public static readonly StringComparer Comparer = Path.DirectorySeparatorChar == '\\' ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>The file's path, else the place in S3; null for what has neither.</summary>
    public static string? Of(string? path, string? bucket, string? key) => path ?? OfS3(bucket, key);

    /// <summary>The place in S3; null for what has none.</summary>
    public static string? OfS3(string? bucket, string? key) => bucket is null ? null : $"{S3Uri.Scheme}{bucket}/{key}";
}
