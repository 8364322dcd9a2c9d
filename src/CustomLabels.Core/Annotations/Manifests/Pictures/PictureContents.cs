using System;
using System.Collections.Generic;
using CustomLabels.Images;

namespace CustomLabels.Annotations.Manifests.Pictures;

/// <summary>Finds files that are equal byte for byte. A file is read whole only where another one has its length.</summary>
internal sealed class PictureContents
{
    private readonly Dictionary<long, Place?> _byLength = [];
    private readonly Dictionary<string, Place> _byContent = new(StringComparer.Ordinal);

    /// <summary>Where an equal file was before; null where there was none.</summary>
    /// <param name="image">The image, which has been looked at.</param>
    /// <param name="isTesting">Whether the testing manifest has it.</param>
    /// <param name="line">The line, from 1.</param>
    /// <exception cref="CustomLabelsException">A file can't be read.</exception>
    public (bool IsTesting, int Line)? Find(FileImage image, bool isTesting, int line)
    {
        var place = new Place(image.LiteralPath, isTesting, line);
        if (!_byLength.TryGetValue(image.Length, out var first))
        {
            _byLength.Add(image.Length, place);
            return null;
        }

        if (first is not null)
        {
            // From now on each file of this length is known by its content.
            _byLength[image.Length] = null;
            Add(new FileImage(first.Path), first);
        }

        return Add(image, place) is { } before ? (before.IsTesting, before.Line) : null;
    }

    private Place? Add(FileImage image, Place place)
    {
        var hash = new ImageDigest().Compute(image);
        if (_byContent.TryGetValue(hash, out var before)) return before;
        _byContent.Add(hash, place);
        return null;
    }

    private sealed record Place(string Path, bool IsTesting, int Line);
}
