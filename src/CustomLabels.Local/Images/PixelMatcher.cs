using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using CustomLabels.Images;
using CustomLabels.Pictures;

namespace CustomLabels.Local.Images;

/// <summary>Finds the image that one is a copy of, by what is to be seen on it. Safe for concurrent use.</summary>
/// <remarks>The files are decoded when the first image comes that no content is the same as, and again when they have changed.</remarks>
/// <param name="fingerprinter">Makes their fingerprints.</param>
internal sealed class PixelMatcher(IPictureFingerprinter fingerprinter)
{
    private readonly object _gate = new();
    private readonly Dictionary<LabelledImage, (long Version, PictureFingerprint? Fingerprint)> _known = [];

    /// <summary>The image; null where none is nearest without doubt.</summary>
    /// <param name="content">The bytes that were sent.</param>
    /// <param name="images">The images that it may be.</param>
    public LabelledImage? Find(ArraySegment<byte> content, IReadOnlyList<LabelledImage> images)
    {
        if (Take(new BytesImage([.. content], "image")) is not { } sent) return null;
        var place = sent.FindIn(FingerprintsOf(images));
        return place < 0 ? null : images[place];
    }

    private PictureFingerprint?[] FingerprintsOf(IReadOnlyList<LabelledImage> images)
    {
        var all = new PictureFingerprint?[images.Count];
        lock (_gate)
        {
            var missing = new List<int>();
            for (var i = 0; i < all.Length; i++)
            {
                if (_known.TryGetValue(images[i], out var known) && known.Version == images[i].Version) all[i] = known.Fingerprint;
                else missing.Add(i);
            }

            Parallel.ForEach(missing, i => all[i] = images[i].Length == LabelledImage.NoFile ? null : Take(new FileImage(images[i].File)));
            foreach (var i in missing) _known[images[i]] = (images[i].Version, all[i]);
        }

        return all;
    }

    private PictureFingerprint? Take(LocalImage image)
    {
        try
        {
            return fingerprinter.Take(image);
        }
        catch (CustomLabelsException e) when (e.Error.Scope == ErrorScope.Image)
        {
            // Not a picture, or gone: nothing is a copy of it.
            return null;
        }
    }
}
