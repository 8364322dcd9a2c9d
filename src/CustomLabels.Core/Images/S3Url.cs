using System;
using System.Text.RegularExpressions;
using CustomLabels.Text;

namespace CustomLabels.Images;

/// <summary>Finds the S3 object that a web address of Amazon S3 is about.</summary>
/// <remarks>Amazon S3 User Guide, "Virtual hosting of general purpose buckets": <c>bucket.s3.region.amazonaws.com/key</c> and
/// <c>s3.region.amazonaws.com/bucket/key</c>, and the older forms with a hyphen or without a region.</remarks>
internal static class S3Url
{
    private static readonly Regex Host = new(
        @"\A((?<bucket>.+)\.)?s3(-accelerate)?([.-](fips|dualstack))*([.-][a-z]{2,}(-[a-z]+)+-\d)?\.amazonaws\.com(\.cn)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        TimeSpan.FromSeconds(1));

    private static readonly Regex Version = new(@"[?&]versionId=(?<version>[^&]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>The object as a URI, its key decoded; null where the address is not of an S3 object.</summary>
    /// <param name="url">The address.</param>
    public static string? ObjectOf(Uri url)
    {
        var host = Host.Match(url.Host);
        if (!host.Success) return null;
        var path = url.AbsolutePath.Substring(1);
        var bucket = host.Groups["bucket"].Value;
        if (bucket.Length == 0)
        {
            var slash = path.IndexOf('/');
            if (slash < 0) return null;
            (bucket, path) = (path.Substring(0, slash), path.Substring(slash + 1));
        }

        var version = Version.Match(url.Query).Groups["version"].Value;
        try
        {
            return new S3Image(bucket, EncodedText.Decode(path) ?? path, version).Name;
        }
        catch (CustomLabelsException)
        {
            return null;
        }
    }
}
