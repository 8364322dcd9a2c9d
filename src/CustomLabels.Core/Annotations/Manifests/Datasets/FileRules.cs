using System.IO;
using CustomLabels.Images;

namespace CustomLabels.Annotations.Manifests.Datasets;

/// <summary>Rules for the file, before its lines are read.</summary>
internal static class FileRules
{
    // "1 GB" in the guide; which of them is not documented.
    private const long SmallGigabyte = 1_000_000_000;
    private const long LargeGigabyte = 1_073_741_824;

    /// <summary>Tests a file.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="stream">Its content; left behind a byte order mark.</param>
    /// <param name="findings">Told what is wrong.</param>
    /// <returns>Whether its lines are worth reading: where the service refuses the file itself it tells nothing of its lines.</returns>
    public static bool Check(string path, Stream stream, FindingList findings)
    {
        if (Path.GetExtension(path).Length < 2)
            findings.Add(path, line: null, ManifestRule.ExtensionMissing, "The manifest file extension or contents are invalid. The name has no extension.");
        var length = $"It has {ImageLimits.Count(stream.Length)} bytes";
        if (stream.Length > LargeGigabyte)
        {
            findings.Add(path, line: null, ManifestRule.ManifestTooLarge, $"The manifest file size exceeds the maximum supported size. {length}; 1 GB is allowed. Its lines were not read.");
            return false;
        }

        if (stream.Length > SmallGigabyte) findings.Add(path, line: null, ManifestRule.ManifestSizeAtLimit, $"{length}, and 1 GB is {ImageLimits.Count(SmallGigabyte)} or {ImageLimits.Count(LargeGigabyte)}.");
        return IsText(path, stream, findings);
    }

    private static bool IsText(string path, Stream stream, FindingList findings)
    {
        var head = new byte[4];
        var count = 0;
        while (count < head.Length && stream.Read(head, count, head.Length - count) is > 0 and var read) count += read;
        var hasMark = count >= 3 && head[0] == 0xEF && head[1] == 0xBB && head[2] == 0xBF;
        stream.Position = hasMark ? 3 : 0;
        if (hasMark) findings.Add(path, line: null, ManifestRule.ByteOrderMark, "The file begins with a byte order mark, which JSON lines do not have.");
        // UTF-16 and UTF-32 begin with one of these, or have a zero in each ASCII character.
        var isOther = (count >= 2 && ((head[0] == 0xFF && head[1] == 0xFE) || (head[0] == 0xFE && head[1] == 0xFF))) || System.Array.IndexOf(head, (byte)0, 0, count) >= 0;
        if (isOther) findings.Add(path, line: null, ManifestRule.EncodingUnsupported, "The manifest file extension or contents are invalid. It is UTF-16, UTF-32 or no text; it may be UTF-8 only. Its lines were not read.");
        return !isOther;
    }
}
