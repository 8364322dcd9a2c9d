using System.Collections.Generic;
using CustomLabels.Annotations;
using CustomLabels.Images;

namespace CustomLabels.Pictures;

/// <summary>Collects results, labels and annotations by picture: what is said of one picture comes together, whichever way it came.</summary>
internal sealed class SourcePictures : ILabelledPictures
{
    private readonly Dictionary<string, SourcePicture> _known = new(ImageLocation.Comparer);

    /// <summary>The pictures in the order in which they came first.</summary>
    public List<SourcePicture> All { get; } = [];

    /// <summary>Takes a result; of a failed one, only that it failed.</summary>
    public void Add(DetectionResult result)
    {
        var picture = Picture(result.LiteralPath, result.Bucket, result.Key, result.Image);
        picture.HasFailed |= result.Error is not null;
        foreach (var label in result.CustomLabels) Add(picture, Mark(label));
    }

    /// <summary>Takes one label of a picture.</summary>
    public void Add(CustomLabel label) => Add(Picture(label.LiteralPath, label.Bucket, label.Key, label.Image), Mark(label));

    /// <summary>Takes an annotation.</summary>
    public void Add(ImageAnnotation image)
    {
        var picture = Picture(image.LiteralPath, image.Bucket, image.Key, image.Image);
        foreach (var label in image.Labels) Add(picture, new PictureMark(label.Name, label.Confidence, label.BoundingBox, IsTruth: false));
    }

    /// <summary>Adds what there really is to the pictures that are known, and says how many of them nothing is said of.</summary>
    /// <param name="truth">Annotations, of these pictures and of others.</param>
    public int AddTruth(IEnumerable<ImageAnnotation> truth)
    {
        var matched = new HashSet<SourcePicture>();
        foreach (var annotation in truth)
        {
            if (!_known.TryGetValue(Place(annotation.LiteralPath, annotation.Bucket, annotation.Key, annotation.Image), out var picture)) continue;
            matched.Add(picture);
            foreach (var label in annotation.Labels) Add(picture, new PictureMark(label.Name, Confidence: null, label.BoundingBox, IsTruth: true));
        }

        return All.Count - matched.Count;
    }

    private static PictureMark Mark(CustomLabel label) => new(label.Name, label.Confidence, label.Geometry?.BoundingBox, IsTruth: false);

    // The same answer may come twice, as from two journals.
    private static void Add(SourcePicture picture, PictureMark mark)
    {
        if (!picture.Marks.Contains(mark)) picture.Marks.Add(mark);
    }

    private static string Place(string? path, string? bucket, string? key, string name) => ImageLocation.Of(path, bucket, key) ?? $"name {name}";

    private SourcePicture Picture(string? path, string? bucket, string? key, string name)
    {
        var place = Place(path, bucket, key, name);
        if (_known.TryGetValue(place, out var known)) return known;
        var picture = new SourcePicture(path ?? (bucket is null ? name : place), path, path is null && bucket is not null);
        _known.Add(place, picture);
        All.Add(picture);
        return picture;
    }
}
