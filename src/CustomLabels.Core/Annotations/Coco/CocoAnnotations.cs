using System.Collections.Generic;
using System.Text.Json;
using CustomLabels.Annotations.Content;
using static System.FormattableString;

namespace CustomLabels.Annotations.Coco;

/// <summary>Reads the annotations of an instances or a results file: those of some of the images at a time.</summary>
/// <param name="input">The file with the annotations.</param>
/// <param name="images">The images that they are of.</param>
internal sealed class CocoAnnotations(AnnotationInput input, CocoImages images)
{
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
    /// <param name="count">How many images.</param>
    public List<CocoAnnotation>?[] OfImages(int first, int count)
    {
        var found = new List<CocoAnnotation>?[count];
        // The first reading has told of everything.
        foreach (var annotation in Read(report: null))
        {
            var at = annotation.Image - first;
            if (at >= 0 && at < count) (found[at] ??= []).Add(annotation);
        }

        return found;
    }

    private IEnumerable<CocoAnnotation> Read(AnnotationReport? report)
    {
        using var items = new JsonItemReader(input.Content);
        while (items.Read())
        {
            if (items.IsListStart || items.Member is not (null or "annotations")) continue;
            if (Annotation(items, report) is { } annotation) yield return annotation;
        }
    }

    private CocoAnnotation? Annotation(JsonItemReader items, AnnotationReport? report)
    {
        var parts = CocoParts.Read(items);
        if (parts.ImageId is not { } imageId) throw items.Bad("an annotation has no image_id");
        if (images.IndexOf(imageId) is not { } image) return Left(AnnotationChangeCode.AnnotationWithoutImage, null, $"The annotation is of the image {imageId}, which is not in the list; it is left out.");
        if (parts.CategoryId is not { } categoryId) throw items.Bad("an annotation has no category_id");
        if (images.Category(categoryId) is not { } label) return Left(AnnotationChangeCode.LabelUnknown, image, $"The annotation is of the category {categoryId}, which is not in the list; it is left out.");
        if (parts.IsCrowd) return Left(AnnotationChangeCode.CrowdLeftOut, image, $"A region of many '{VisibleText.Of(label)}' (iscrowd) is left out.");
        if (!parts.HasBox) return Left(AnnotationChangeCode.ShapeLeftOut, image, $"An annotation of '{VisibleText.Of(label)}' has no bbox; it is left out.");
        if (parts.HasOutline) report?.Add(AnnotationChangeCode.OutlineLost, input.SourceAt(items.Line), images.Names[image], $"The segmentation of '{VisibleText.Of(label)}' is not kept; its bbox is.");
        if (!double.IsNaN(parts.Score) && parts.Score is not (>= 0 and <= 1)) throw items.Bad(Invariant($"a score is {parts.Score} and may be 0 to 1"));
        return new CocoAnnotation(image, label, parts.Left, parts.Top, parts.Width, parts.Height, parts.Score);

        CocoAnnotation? Left(AnnotationChangeCode code, int? of, string message)
        {
            report?.Add(code, input.SourceAt(items.Line), of is { } index ? images.Names[index] : null, message);
            return null;
        }
    }
}
