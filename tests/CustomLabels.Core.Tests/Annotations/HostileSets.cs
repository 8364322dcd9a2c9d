using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CustomLabels.Annotations.Content;

namespace CustomLabels.Core.Tests.Annotations;

/// <summary>Sets of annotations with names, sizes and boxes that converters have stumbled over, and the comparison of two sets.</summary>
internal static class HostileSets
{
    private static readonly string[] ImageNames =
    [
        "a.jpg", "b b.png", "c.d.e.jpeg", "übung/é.jpg", "x/same.jpg", "y/same.jpg", "sub/images/in.jpg", "images/first.jpg", "labels/odd.jpg", "quote'\".jpg", "comma,semi;colon.jpg",
        "100%25.jpg", "日本/写真.png", "emoji😀.jpg", "<tag>&amp;.jpg", "{curly}[square].jpg", "hash#mark.jpg", "=formula.jpg", "-dash.jpg", "noextension", ".hidden", "very/deep/folder/of/images/and/more/z.jpg",
    ];

    private static readonly string[] LabelNames =
    [
        "scratch", "Scratch", "dent 2", " padded ", "quote\"d", "it's", "a,b", "a;b", "tab\there", "yes", "null", "0", "1.5", "~", "#comment", "key: value", "- item", "<b>&lt;", "é", "é", "日本語", "😀", "=1+1", "-metadata", "back\\slash", "{x}", "[y]", "%41",
    ];

    private static readonly int[] Sides = [1, 2, 3, 64, 500, 640, 1281, 4096, 65535];

    /// <summary>A culture with a comma as its decimal separator, made here: the tests' runtime has no data of cultures.</summary>
    public static CultureInfo CommaCulture { get; } = MakeCulture();

    /// <summary>A set; the same for the same seed.</summary>
    public static IReadOnlyList<ImageAnnotation> Make(int seed)
    {
        var random = new Random(seed);
        return ImageNames.Where(_ => random.Next(3) > 0).Select(name => Image(random, name)).ToArray();
    }

    /// <summary>What is different and not in the report; null where nothing is.</summary>
    public static string? Compare(IReadOnlyList<ImageAnnotation> written, IReadOnlyList<ImageAnnotation> read, HashSet<AnnotationChangeCode> codes)
    {
        var found = read.ToDictionary(image => image.Image, StringComparer.Ordinal);
        if (found.Count != written.Count) return FormattableString.Invariant($"{written.Count} images became {found.Count}");
        foreach (var image in written)
        {
            if (!found.TryGetValue(image.Image, out var other)) return $"'{image.Image}' is not among {string.Join(" | ", found.Keys)}";
            var isSizeSame = other.ImageWidth == image.ImageWidth && other.ImageHeight == image.ImageHeight;
            if (!isSizeSame && !codes.Contains(AnnotationChangeCode.ImageSizeLost))
                return FormattableString.Invariant($"'{image.Image}' of {image.ImageWidth}x{image.ImageHeight} became {other.ImageWidth}x{other.ImageHeight}");
            if (CompareLabels(image, other, codes) is { } problem) return $"'{image.Image}': {problem}";
        }

        return null;
    }

    private static string? CompareLabels(ImageAnnotation written, ImageAnnotation read, HashSet<AnnotationChangeCode> codes)
    {
        var kept = written.Labels.Where(label => label.BoundingBox is not null || !codes.Contains(AnnotationChangeCode.ImageLabelLost)).ToList();
        var left = read.Labels.ToList();
        foreach (var label in kept)
        {
            var same = left.FirstOrDefault(other => IsSame(label, other, written, codes));
            if (same is not null) left.Remove(same);
            else if (!codes.Contains(AnnotationChangeCode.BoxEmpty) || label.BoundingBox is null || !IsBelowPixel(label.BoundingBox, written)) return $"{label.Name} {label.Confidence} {label.BoundingBox} is not among {string.Join(" | ", left.Select(other => $"{other.Name} {other.Confidence} {other.BoundingBox}"))}";
        }

        return left.Count == 0 ? null : $"{left[0].Name} {left[0].BoundingBox} was not there";
    }

    private static bool IsSame(LabelAnnotation label, LabelAnnotation other, ImageAnnotation image, HashSet<AnnotationChangeCode> codes)
    {
        if (label.Name != other.Name && !codes.Contains(AnnotationChangeCode.NameChanged)) return false;
        var confidence = codes.Contains(AnnotationChangeCode.ConfidenceLost) ? null : label.Confidence ?? (codes.Contains(AnnotationChangeCode.ConfidenceAdded) ? 100 : null);
        if (confidence != other.Confidence) return false;
        if (label.BoundingBox is not { } a || other.BoundingBox is not { } b) return label.BoundingBox is null && other.BoundingBox is null;
        // Half a pixel where it is said that boxes are rounded; else what is left of arithmetic.
        var tolerance = codes.Contains(AnnotationChangeCode.BoxRounded) ? 0.5 + 1e-6 : 2e-5;
        var (width, height) = (image.ImageWidth!.Value, image.ImageHeight!.Value);
        return Near(a.Left, b.Left, width) && Near(a.Top, b.Top, height) && Near(a.Left + a.Width, b.Left + b.Width, width) && Near(a.Top + a.Height, b.Top + b.Height, height);

        bool Near(double one, double two, int side) => Math.Abs(one - two) * side <= tolerance;
    }

    private static bool IsBelowPixel(BoundingBox box, ImageAnnotation image) => box.Width * image.ImageWidth < 1 + 1e-6 || box.Height * image.ImageHeight < 1 + 1e-6;

    private static ImageAnnotation Image(Random random, string name)
    {
        var (width, height) = (Sides[random.Next(Sides.Length)], Sides[random.Next(Sides.Length)]);
        var labels = Enumerable.Range(0, random.Next(5)).Select(_ => new LabelAnnotation
        {
            Name = LabelNames[random.Next(LabelNames.Length)],
            BoundingBox = random.Next(5) == 0 ? null : Box(random, width, height),
            Confidence = random.Next(2) == 0 ? null : Math.Round(random.NextDouble() * 100, 4),
        });
        return new ImageAnnotation { Image = name, LiteralPath = "/pictures/" + name, ImageWidth = width, ImageHeight = height, Labels = new LabelAnnotationCollection(labels.ToArray()) };
    }

    private static BoundingBox Box(Random random, int width, int height)
    {
        switch (random.Next(4))
        {
            case 0:
                return new BoundingBox(0, 0, 1, 1);
            case 1:
                var (left, top) = (random.Next(width), random.Next(height));
                return new BoundingBox((double)left / width, (double)top / height, (double)random.Next(1, width - left + 1) / width, (double)random.Next(1, height - top + 1) / height);
            default:
                var (x, y) = (random.NextDouble() * 0.9, random.NextDouble() * 0.9);
                return new BoundingBox(x, y, random.NextDouble() * (1 - x), random.NextDouble() * (1 - y));
        }
    }

    private static CultureInfo MakeCulture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = "−";
        return culture;
    }
}
