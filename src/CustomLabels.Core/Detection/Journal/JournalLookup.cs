using System;
using CustomLabels.Arns;
using CustomLabels.Images;

namespace CustomLabels.Detection.Journal;

/// <summary>Finds the finished image that a request asks about: the same source, the same content, the same question.</summary>
internal sealed class JournalLookup(JournalFile journal, JournalOptions options)
{
    /// <summary>The finished image; null for new work.</summary>
    /// <param name="request">The request.</param>
    /// <param name="digest">The image's hash: made where it is needed.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.JournalInvalid"/>.</exception>
    public JournalMatch? Find(DetectionRequest request, ImageDigest digest) =>
        (options.Shrinks ? Find(request, digest, OversizedPictures.Shrink) : null) ?? Find(request, digest, oversized: null);

    private JournalMatch? Find(DetectionRequest request, ImageDigest digest, string? oversized) => request.Image switch
    {
        FileImage file => FindFile(file, Key(request, sha256: null, oversized), digest),
        LocalImage local when journal.Index.HasContents && Hash(local, digest) is { } sha256 => FindFirst(Key(request, sha256, oversized)),
        S3Image { Identity.S3Version: not null } => FindFirst(Key(request, sha256: null, oversized)),
        _ => null,
    };

    private JournalMatch? FindFirst(JournalKey key)
    {
        var isLatest = true;
        foreach (var entry in journal.Index.Find(key))
        {
            if (Read(entry) is { } image) return new JournalMatch(image, isLatest);
            isLatest = false;
        }

        return null;
    }

    private JournalMatch? FindFile(FileImage file, JournalKey key, ImageDigest digest)
    {
        (long Length, long WriteTicks)? look = null;
        var isLatest = true;
        foreach (var entry in journal.Index.Find(key))
        {
            // A path that the journal doesn't know is not opened here.
            look ??= Look(file);
            var fits = entry.Fits(look.Value.Length, look.Value.WriteTicks);
            if ((fits || entry.Length == look.Value.Length) && Read(entry) is { } image && HasContent(image, fits, file, digest)) return new JournalMatch(image, isLatest && fits);
            isLatest = false;
        }

        return null;
    }

    private bool HasContent(JournalImage image, bool fits, FileImage file, ImageDigest digest)
    {
        if (fits && (!options.VerifiesContent || image.Sha256 is null)) return true;
        return image.Sha256 is { } sha256 && string.Equals(Hash(file, digest), sha256, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The entry's image, if it counts as finished: a failure counts only with -SkipFailed, and only if the image itself caused it.</summary>
    private JournalImage? Read(JournalEntry entry)
    {
        if (entry.HasFailed && !options.SkipsFailed) return null;
        var image = journal.Read(entry);
        // Sent as it was, which is not what is asked now. Of one that is not too large both are the same.
        if (options.Shrinks && image.Request.Oversized is null && image.IsOversized) return null;
        return image.Error is null or { Scope: ErrorScope.Image } ? image : null;
    }

    private static (long Length, long WriteTicks) Look(FileImage file)
    {
        try
        {
            return (file.Length, file.LastWriteTimeUtc.Ticks);
        }
        catch (CustomLabelsException)
        {
            // Detection will say why.
            return (JournalEntry.None, 0);
        }
    }

    private static string? Hash(LocalImage image, ImageDigest digest)
    {
        try
        {
            return digest.Compute(image);
        }
        catch (CustomLabelsException)
        {
            return null;
        }
    }

    private static JournalKey Key(DetectionRequest request, string? sha256, string? oversized) => JournalKey.Of(
        request.Image.Identity, sha256, new JournalRequest(request.ProjectVersionArn.Text, request.MinConfidence, request.MaxResults) { Oversized = oversized });
}
