using System.Collections.Generic;

namespace CustomLabels.Annotations.Formats;

/// <summary>Reports images that come a second time. Holds eight bytes an image.</summary>
internal static class RepeatedImages
{
    /// <summary>The images as they come.</summary>
    public static IEnumerable<ImageAnnotation> Reported(IEnumerable<ImageAnnotation> images, AnnotationInput input)
    {
        var seen = new HashSet<ulong>();
        foreach (var image in images)
        {
            if (!seen.Add(Hash(image.Bucket is null ? image.Image : $"{image.Bucket}/{image.Key}")))
                input.Report.Add(AnnotationChangeCode.ImageRepeated, image.Source, image.Image, "The image was there before; it is given once more.");
            yield return image;
        }
    }

    // FNV-1a, 64 bits: of a million names, two have one number once in 37 million sets.
    private static ulong Hash(string name)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in name) hash = unchecked((hash ^ letter) * 1099511628211UL);
        return hash;
    }
}
