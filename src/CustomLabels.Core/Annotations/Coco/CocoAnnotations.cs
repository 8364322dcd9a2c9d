using System;
using System.Collections.Generic;
using CustomLabels.Annotations.Content;
using static System.FormattableString;

namespace CustomLabels.Annotations.Coco;

/// <summary>Reads the annotations of an instances or a results file: those of some of the images at a time.</summary>
/// <param name="input">The file with the annotations.</param>
/// <param name="images">The images that they are of.</param>
internal sealed class CocoAnnotations(AnnotationInput input, CocoImages images)
{
    private CocoAnnotation[] _found = [];

    /// <summary>How many annotations each image has. What is wrong with annotations is told here, and once.</summary>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.AnnotationInvalid"/>.</exception>
    public int[] Count()
    {
        var counts = new int[images.Count];
        foreach (var annotation in Read(input.Report)) counts[annotation.Image]++;
        return counts;
    }

    /// <summary>The annotations of a range of images, by image and in the order of the file.</summary>
    /// <param name="first">The first image's place.</param>
    /// <param name="counts">How many annotations each image of the range has.</param>
    /// <returns>An array that is valid until the next range is read.</returns>
    public CocoAnnotation[] OfImages(int first, ArraySegment<int> counts)
    {
        var next = new int[counts.Count];
        var all = 0;
        for (var i = 0; i < counts.Count; i++)
        {
            next[i] = all;
            all += counts.Array![counts.Offset + i];
        }

        // One array for all ranges: two of them would be a third of all that is held.
        if (_found.Length < all) _found = new CocoAnnotation[all];
        var found = _found;
        // The first reading has told of everything.
        foreach (var annotation in Read(report: null, id => images.IndexOf(id) is { } image && image >= first && image < first + counts.Count)) found[next[annotation.Image - first]++] = annotation;
        return found;
    }

    private IEnumerable<CocoAnnotation> Read(AnnotationReport? report, Func<CocoId, bool>? isWanted = null)
    {
        using var items = new JsonItemReader(input.Content);
        while (items.Read())
        {
            if (items.IsListStart || items.Member is not (null or "annotations")) continue;
            if (Annotation(items, report, isWanted) is { } annotation) yield return annotation;
        }
    }

    private CocoAnnotation? Annotation(JsonItemReader items, AnnotationReport? report, Func<CocoId, bool>? isWanted)
    {
        var parts = CocoParts.Read(items, isWanted);
        if (parts.IsPassedOver) return null;
        if (parts.ImageId is not { } imageId) throw items.Bad("an annotation has no image_id");
        if (images.IndexOf(imageId) is not { } image) return Left(AnnotationChangeCode.AnnotationWithoutImage, null, $"The annotation is of the image {imageId}, which is not in the list; it is left out.");
        if (parts.CategoryId is not { } categoryId) throw items.Bad("an annotation has no category_id");
        if (images.CategoryOf(categoryId) is not { } category) return Left(AnnotationChangeCode.LabelUnknown, image, $"The annotation is of the category {categoryId}, which is not in the list; it is left out.");
        var label = images.Categories[category];
        if (parts.IsCrowd)
        {
            Left(AnnotationChangeCode.CrowdLeftOut, image, $"A region of many '{VisibleText.Of(label)}' (iscrowd) is left out.");
            if (!parts.HasBox) return null;
        }
        else if (!parts.HasBox)
        {
            return Left(AnnotationChangeCode.ShapeLeftOut, image, $"An annotation of '{VisibleText.Of(label)}' has no bbox; it is left out.");
        }
        else if (parts.HasOutline) report?.Add(AnnotationChangeCode.OutlineLost, input.SourceAt(items.Line), images.Names[image], $"The segmentation of '{VisibleText.Of(label)}' is not kept; its bbox is.");
        if (!double.IsNaN(parts.Score) && parts.Score is not (>= 0 and <= 1)) throw items.Bad(Invariant($"a score is {parts.Score} and may be 0 to 1"));
        return new CocoAnnotation(image, category, parts.Left, parts.Top, parts.Width, parts.Height, parts.Score, parts.Area, parts.IsCrowd);

        CocoAnnotation? Left(AnnotationChangeCode code, int? of, string message)
        {
            report?.Add(code, input.SourceAt(items.Line), of is { } index ? images.Names[index] : null, message);
            return null;
        }
    }
}
