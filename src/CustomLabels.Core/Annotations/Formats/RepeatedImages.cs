using System.Collections.Generic;

namespace CustomLabels.Annotations.Formats;

/// <summary>Reports images that come a second time.</summary>
internal static class RepeatedImages
{
    /// <summary>The images as they come.</summary>
    public static IEnumerable<ImageAnnotation> Reported(IEnumerable<ImageAnnotation> images, AnnotationInput input)
    {
        var seen = new SeenNames();
        foreach (var image in images)
        {
            if (!seen.Add(image.Bucket is null ? image.Image : $"{image.Bucket}/{image.Key}"))
                input.Report.Add(AnnotationChangeCode.ImageRepeated, image.Source, image.Image, "The image was there before; it is given once more.");
            yield return image;
        }
    }
}
