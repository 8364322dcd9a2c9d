using static System.FormattableString;

namespace CustomLabels.Annotations;

/// <summary>Boxes in pixels, as formats have them.</summary>
internal static class PixelBoxes
{
    private const double Noise = 1e-4;

    /// <summary>A label's box in whole pixels; null, and reported, where nothing is left of it.</summary>
    /// <param name="image">The image, whose size is known.</param>
    /// <param name="label">The label, which has a box.</param>
    /// <param name="report">Told where the box is another one than it was.</param>
    public static PixelBox? Whole(ImageAnnotation image, LabelAnnotation label, AnnotationReport report)
    {
        var (left, top, width, height) = Exact(image, label.BoundingBox!);
        var box = PixelBox.From(label.BoundingBox!, image.ImageWidth!.Value, image.ImageHeight!.Value);
        var written = Invariant($"The box of '{VisibleText.Of(label.Name)}' is {width:0.###}x{height:0.###} at {left:0.###},{top:0.###}");
        if (box.Width == 0 || box.Height == 0)
        {
            report.Add(AnnotationChangeCode.BoxEmpty, image.Source, image.Image, $"{written}; in whole pixels nothing is left of it, and it is left out.");
            return null;
        }

        if (Differs(left, box.Left) || Differs(top, box.Top) || Differs(left + width, box.Left + box.Width) || Differs(top + height, box.Top + box.Height))
            report.Add(AnnotationChangeCode.BoxRounded, image.Source, image.Image, $"{written}; it is written as {box}.");
        return box;
    }

    /// <summary>A box in pixels and parts of pixels.</summary>
    /// <param name="image">The image, whose size is known.</param>
    /// <param name="box">The box.</param>
    public static (double Left, double Top, double Width, double Height) Exact(ImageAnnotation image, BoundingBox box)
    {
        var (width, height) = (image.ImageWidth!.Value, image.ImageHeight!.Value);
        return (Content.NumberText.Rounded(box.Left * width), Content.NumberText.Rounded(box.Top * height), Content.NumberText.Rounded(box.Width * width), Content.NumberText.Rounded(box.Height * height));
    }

    private static bool Differs(double exact, int whole) => System.Math.Abs(exact - whole) > Noise;
}
