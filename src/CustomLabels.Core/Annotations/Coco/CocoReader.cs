using System;
using System.Collections.Generic;
using CustomLabels.Annotations.Content;
using static System.FormattableString;

namespace CustomLabels.Annotations.Coco;

/// <summary>Reads COCO JSON. Annotations may come before the images that they are of, and a file may be larger than memory: it is read several times, some images at each.</summary>
internal sealed class CocoReader : IAnnotationReader
{
    // 48 MB of them.
    private const int MostHeld = 750_000;

    /// <inheritdoc/>
    public AnnotationFormat Format => AnnotationFormat.Coco;

    /// <inheritdoc/>
    public IEnumerable<ImageAnnotation> Read(AnnotationInput input)
    {
        var isResults = IsList(input.Content);
        if (isResults && input.ImagesFrom is null) throw new CustomLabelsException(AnnotationErrors.ImagesFromMissing(input.Content.Path));
        var images = CocoImages.Read(isResults ? input.ImagesFrom! : input.Content);
        var annotations = new CocoAnnotations(input, images);
        var counts = annotations.Count();
        for (int first = 0, end; first < images.Count; first = end)
        {
            long held = 0;
            for (end = first; end < images.Count && (end == first || held + counts[end] <= MostHeld); end++) held += counts[end];
            // No reading for images that nobody labelled.
            var found = held == 0 ? [] : annotations.OfImages(first, new ArraySegment<int>(counts, first, end - first));
            for (int i = first, at = 0; i < end; at += counts[i], i++)
            {
                if (Image(input, isResults, images, i, new ArraySegment<CocoAnnotation>(found, at, counts[i])) is { } image) yield return image;
            }
        }
    }

    private static bool IsList(AnnotationContent content)
    {
        using var items = new JsonItemReader(content);
        return items.Read() ? items.Member is null : true;
    }

    private static ImageAnnotation? Image(AnnotationInput input, bool isResults, CocoImages images, int index, ArraySegment<CocoAnnotation> annotations)
    {
        var (width, height, line) = images.Sizes[index];
        var image = new ImageAnnotationBuilder(input, images.Names[index], isResults ? null : line);
        image.Locate(NumberText.Pixels(width), NumberText.Pixels(height), isResults ? input.ImagesFrom!.Folder : input.Content.Folder);
        var boxes = 0;
        foreach (var box in annotations) boxes += box.IsCrowd ? 0 : 1;
        if (image.Frame is null && boxes > 0)
        {
            image.Report(AnnotationChangeCode.ImageSizeMissing, Invariant($"Its width and height are not in the file, and no image is there; it and its {boxes} boxes are left out. Give -ImageRoot."));
            return null;
        }

        foreach (var box in annotations)
        {
            var label = images.Categories[box.Category];
            if (!box.IsCrowd) image.AddPixels(label, box.Left, box.Top, box.Width, box.Height, double.IsNaN(box.Score) ? null : NumberText.Percent(box.Score), double.IsNaN(box.Area) ? null : box.Area);
            else if (image.Frame is not null) image.AddRegion(label, box.Left, box.Top, box.Width, box.Height);
        }

        return image.Build() with { Number = images.NumberOf(index) };
    }
}
