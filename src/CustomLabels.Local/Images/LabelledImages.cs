using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using CustomLabels.Annotations.GroundTruth;
using CustomLabels.Images;

namespace CustomLabels.Local.Images;

/// <summary>The labelled data: finds an image's labels by its content or by its place in the bucket.</summary>
/// <remarks>
/// By content, and where a matcher is given else by pixels: files of the same length are compared by hash, so that a file is read only when a request could be it. Files that change
/// while it serves are noticed. Safe for concurrent use.
/// </remarks>
internal sealed class LabelledImages
{
    // Looking for changed files at every unknown image costs nothing for hundreds of files and too much for many thousands.
    private static readonly TimeSpan QuickLook = TimeSpan.FromMilliseconds(5);
    private const int RestAfterSlowLook = 10;

    private readonly object _gate = new();
    private readonly ImageFolder _folder;
    private readonly LabelledImage[] _images;
    private readonly Dictionary<string, LabelledImage> _byKey = new(StringComparer.Ordinal);
    private readonly PixelMatcher? _matcher;
    private readonly Stopwatch _sinceLook = Stopwatch.StartNew();
    private TimeSpan _rest = TimeSpan.Zero;
    private ILookup<long, LabelledImage> _byLength;
    private bool _isOutdated;

    /// <summary>Takes a manifest's images.</summary>
    /// <param name="folder">Where their files are.</param>
    /// <param name="images">The images, of one bucket; none for a model that has only a journal.</param>
    /// <param name="matcher">Finds an image by its pixels where its content isn't known; null where only content counts.</param>
    public LabelledImages(ImageFolder folder, IReadOnlyList<ManifestImage> images, PixelMatcher? matcher = null)
    {
        _folder = folder;
        _matcher = matcher;
        Bucket = images.Count > 0 ? images[0].Source.Bucket : "";
        _images = images.Select(image => new LabelledImage(image.Source.Name, folder.FileOf(image.Source.Name)!, image.Labels)).ToArray();
        foreach (var image in _images) _byKey.Add(image.Key, image);
        _byLength = ByLength();
    }

    /// <summary>The bucket of the images; empty without any.</summary>
    public string Bucket { get; }

    /// <summary>How many images the manifest has.</summary>
    public int Count => _images.Length;

    /// <summary>How many of them have labels.</summary>
    public int LabelledCount => _images.Count(image => image.Labels.Count > 0);

    /// <summary>How many different labels they have.</summary>
    public int LabelCount => _images.SelectMany(image => image.Labels).Select(label => label.Name).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Whether any of them has a file.</summary>
    public bool HasFiles => _images.Any(image => image.Length != LabelledImage.NoFile);

    /// <summary>Full path of the images' folder.</summary>
    public string Folder => _folder.Path;

    /// <summary>The labels of an image that was sent; null when the data doesn't know it.</summary>
    public IReadOnlyList<CustomLabel>? LabelsOf(ArraySegment<byte> content) => ImageOf(content)?.Labels;

    /// <summary>The image that was sent; null when the data doesn't know it. Of files with the same content the manifest's first counts.</summary>
    public LabelledImage? ImageOf(ArraySegment<byte> content) => FindByContent(content) ?? _matcher?.Find(content, _images);

    /// <summary>The labels of an object in the bucket; null when the manifest doesn't name it.</summary>
    public IReadOnlyList<CustomLabel>? LabelsOf(S3ObjectReference source) => _byKey.TryGetValue(source.Name, out var image) ? image.Labels : null;

    /// <summary>Whether a name means an image: one of the manifest's, or any other file by its key.</summary>
    public bool Knows(string name) =>
        _images.Any(image => ImageFolder.IsNamed(image.Key, name)) || (_folder.FileOf(name) is { } file && File.Exists(file));

    /// <summary>The file that stands for an object; null for another bucket, for any version, and for keys that name nothing below the folder.</summary>
    public string? FileOf(S3ObjectReference source) =>
        source.Version is null && string.Equals(source.Bucket, Bucket, StringComparison.Ordinal) ? _folder.FileOf(source.Name) : null;

    private LabelledImage? FindByContent(ArraySegment<byte> content)
    {
        lock (_gate)
        {
            if (!_byLength.Contains(content.Count) && !LookAgain()) return null;
        }

        var hash = ContentHash.Of(content);
        lock (_gate)
        {
            return Find(content.Count, hash) ?? (LookAgain() ? Find(content.Count, hash) : null);
        }
    }

    private LabelledImage? Find(long length, byte[] hash)
    {
        foreach (var image in _byLength[length])
        {
            _isOutdated |= image.Refresh();
            if (image.Length == length && image.HasContent(hash)) return image;
        }

        return null;
    }

    /// <summary>Looks for changed files; false when there are none.</summary>
    private bool LookAgain()
    {
        if (_sinceLook.Elapsed < _rest) return false;
        _sinceLook.Restart();
        foreach (var image in _images) _isOutdated |= image.Refresh();
        var hasChanged = _isOutdated;
        if (hasChanged) _byLength = ByLength();
        _isOutdated = false;
        _rest = _sinceLook.Elapsed < QuickLook ? TimeSpan.Zero : TimeSpan.FromTicks(_sinceLook.Elapsed.Ticks * RestAfterSlowLook);
        return hasChanged;
    }

    private ILookup<long, LabelledImage> ByLength() => _images.ToLookup(image => image.Length);
}
