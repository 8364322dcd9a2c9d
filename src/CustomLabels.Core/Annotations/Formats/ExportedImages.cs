using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CustomLabels.Annotations.Content;
using CustomLabels.Images;

namespace CustomLabels.Annotations.Formats;

/// <summary>Collects what is exported, and gives each image the name that the file will have for it.</summary>
/// <param name="root">The folder that names are told from; null for none.</param>
/// <param name="report">Told what is left out.</param>
internal sealed class ExportedImages(string? root, AnnotationReport report)
{
    private static readonly char Separator = Path.DirectorySeparatorChar;

    private readonly List<ImageAnnotation> _images = [];
    private readonly Dictionary<string, List<LabelAnnotation>> _pieces = new(StringComparer.Ordinal);

    /// <summary>How many images there are so far.</summary>
    public int Count => _images.Count;

    /// <summary>Takes an annotation.</summary>
    public void Add(ImageAnnotation image) => _images.Add(image);

    /// <summary>Takes a result.</summary>
    public void Add(DetectionResult result)
    {
        if (result.Error is not null)
        {
            report.Add(AnnotationChangeCode.FailedLeftOut, source: null, result.LiteralPath ?? result.Image, $"The detection failed ({result.Error.Id}); the image is left out.");
            return;
        }

        _images.Add(new ImageAnnotation
        {
            // The name is told when all paths are known.
            Image = result.LiteralPath is null ? result.Key ?? result.Image : "",
            LiteralPath = result.LiteralPath,
            Bucket = result.Bucket,
            Key = result.Key,
            ImageWidth = result.ImageWidth,
            ImageHeight = result.ImageHeight,
            Labels = new LabelAnnotationCollection(result.CustomLabels.Select(FoundLabel.Annotation).ToArray()),
        });
    }

    /// <summary>Takes a label. The labels of an image become one image, whose size is that of its file.</summary>
    public void Add(CustomLabel label)
    {
        var id = ImageLocation.Of(label.LiteralPath, label.Bucket, label.Key) ?? label.Image;
        if (!_pieces.TryGetValue(id, out var labels))
        {
            _pieces.Add(id, labels = []);
            _images.Add(new ImageAnnotation { Image = label.LiteralPath is null ? label.Key ?? label.Image : "", LiteralPath = label.LiteralPath, Bucket = label.Bucket, Key = label.Key, Labels = new LabelAnnotationCollection(labels) });
        }

        labels.Add(FoundLabel.Annotation(label));
    }

    /// <summary>The images with their names and sizes.</summary>
    /// <exception cref="CustomLabelsException">Two have one name, or one is outside the folder.</exception>
    public IEnumerable<ImageAnnotation> Named()
    {
        var common = root ?? CommonFolder(_images.Where(image => image.Image.Length == 0).Select(image => image.LiteralPath!));
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var image in _images)
        {
            var named = Sized(image with { Image = NameOf(image, common) });
            var owner = ImageLocation.Of(image.LiteralPath, image.Bucket, image.Key) ?? named.Image;
            if (owners.TryGetValue(named.Image, out var other)) throw new CustomLabelsException(AnnotationErrors.Conflict(named.Image, other, owner));
            owners.Add(named.Image, owner);
            yield return named;
        }
    }

    private string NameOf(ImageAnnotation image, string common)
    {
        if (image.LiteralPath is not { } path || (root is null && image.Image.Length > 0)) return image.Image;
        var start = common.TrimEnd(Separator) + Separator;
        if (path.StartsWith(start, StringComparison.Ordinal)) return path.Substring(start.Length).Replace(Separator, '/');
        throw new CustomLabelsException(ExportErrors.OutsideRoot(path, common));
    }

    private ImageAnnotation Sized(ImageAnnotation image)
    {
        if (image is { ImageWidth: not null, ImageHeight: not null }) return image;
        var path = image.LiteralPath ?? (root is not null && ImageKey.IsFile(image.Image) ? ImagePlace.PathOf(root, image.Image) : null);
        return path is not null && ImagePlace.SizeOf(path) is { } size ? image with { ImageWidth = size.Displayed.Width, ImageHeight = size.Displayed.Height } : image;
    }

    private static string CommonFolder(IEnumerable<string> paths)
    {
        string? common = null;
        foreach (var path in paths)
        {
            var folder = Path.GetDirectoryName(path) ?? "";
            common ??= folder;
            while (common.Length > 0 && folder != common && !folder.StartsWith(common.TrimEnd(Separator) + Separator, StringComparison.Ordinal)) common = Path.GetDirectoryName(common) ?? "";
        }

        return common ?? "";
    }
}
