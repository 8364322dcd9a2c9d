using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Images;

namespace CustomLabels.Reports.Detections;

/// <summary>Finds what people say is on a picture: by its path, by its place in S3, or by its file's name where no two have it.</summary>
internal sealed class GroundTruthIndex
{
    private readonly Dictionary<string, List<ReportLabel>> _places = new(ImageLocation.Comparer);
    private readonly Dictionary<string, string?> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _found = new(ImageLocation.Comparer);

    /// <summary>How many pictures it knows.</summary>
    public int Count => _places.Count;

    /// <summary>How many of them were not asked for.</summary>
    public int UnusedCount => _places.Count - _found.Count;

    /// <summary>Takes what is said of a picture; what is said of one twice comes together.</summary>
    public void Add(ImageAnnotation image)
    {
        var place = ImageLocation.Of(image.LiteralPath, image.Bucket, image.Key) ?? image.Image;
        if (!_places.TryGetValue(place, out var labels))
        {
            _places.Add(place, labels = []);
            var name = NameOf(place);
            // A name of two pictures tells neither.
            _names[name] = _names.ContainsKey(name) ? null : place;
        }

        labels.AddRange(image.Labels.Select(ReportLabel.Of));
    }

    /// <summary>What is said of a picture; null where nothing is.</summary>
    public IReadOnlyList<ReportLabel>? Find(ReportPicture picture)
    {
        var place = ImageLocation.Of(picture.LiteralPath, picture.Bucket, picture.Key) ?? picture.Name;
        if (!_places.TryGetValue(place, out var labels))
        {
            if (!_names.TryGetValue(NameOf(place), out var other) || other is null) return null;
            labels = _places[place = other];
        }

        _found.Add(place);
        return labels;
    }

    private static string NameOf(string place) => place.Substring(place.LastIndexOfAny(['/', '\\']) + 1);
}
