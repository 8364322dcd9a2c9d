using System.Collections.Generic;
using CustomLabels.Annotations.Content;
using CustomLabels.Evaluation.Joining;
using CustomLabels.Evaluation.Matching;

namespace CustomLabels.Evaluation.Measuring;

/// <summary>Makes a set of pictures: boxes in pixels, as they were before they were made ratios.</summary>
internal static class SetBuilder
{
    /// <summary>The boxes of all pictures, in their order.</summary>
    /// <param name="images">The pictures.</param>
    /// <param name="labels">The labels.</param>
    public static EvaluationSet Of(IReadOnlyList<MeasuredImage> images, LabelTable labels)
    {
        var truth = new List<TruthBox>();
        var found = new List<FoundBox>();
        for (var i = 0; i < images.Count; i++)
        {
            var image = images[i];
            for (var j = 0; j < image.Truth.Labels.Count; j++) AddTruth(truth, image, i, labels, image.Truth.Labels[j], j);
            foreach (var region in image.Truth.Regions) AddTruth(truth, image, i, labels, region, source: null);
            for (var j = 0; j < image.Answer.Labels.Count; j++)
            {
                var label = image.Answer.Labels[j];
                if (label.BoundingBox is { } box && labels.BoxPlaceOf(label.Name) is >= 0 and var place) found.Add(new FoundBox(i, place, Pixels(box, image.Size), label.Confidence ?? 100, j));
            }
        }

        return new EvaluationSet(images.Count, labels.Boxes, truth.ToArray(), found.ToArray());
    }

    private static void AddTruth(List<TruthBox> truth, MeasuredImage image, int place, LabelTable labels, LabelAnnotation annotation, int? source)
    {
        var label = labels.BoxPlaceOf(annotation.Name);
        if (label < 0 || annotation.BoundingBox is not { } ratios) return;
        var box = Pixels(ratios, image.Size);
        truth.Add(new TruthBox(place, label, box, image.Size is null ? double.NaN : annotation.Area ?? box.Area, source is null || annotation.IsDifficult, source ?? -1));
    }

    // Of a picture whose size nobody knows, overlaps are the same in ratios.
    private static Box Pixels(BoundingBox box, (int Width, int Height)? size) => size is var (width, height)
        ? new Box(NumberText.Rounded(box.Left * width), NumberText.Rounded(box.Top * height), NumberText.Rounded(box.Width * width), NumberText.Rounded(box.Height * height))
        : new Box(box.Left, box.Top, box.Width, box.Height);
}
