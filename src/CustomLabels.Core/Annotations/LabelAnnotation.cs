using System.Globalization;

namespace CustomLabels;

/// <summary>What somebody, or something, says is on an image: a label, and where it is.</summary>
public sealed record LabelAnnotation
{
    /// <summary>The label's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where it is, as ratios of the displayed image; null for a label of the whole image.</summary>
    public BoundingBox? BoundingBox { get; init; }

    /// <summary>The same box in whole pixels of the displayed image; null without a box or without a known image size.</summary>
    public PixelBox? PixelBox { get; init; }

    /// <summary>How sure that is, 0 to 100; null where nothing is said of it.</summary>
    public double? Confidence { get; init; }

    /// <summary>The area of its outline in pixels, where COCO states one: what makes it small, medium or large there.</summary>
    internal double? Area { get; init; }

    /// <summary>Whether it is marked as difficult (PASCAL VOC): finding it counts neither for nor against.</summary>
    internal bool IsDifficult { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Confidence is null ? Name : string.Format(CultureInfo.InvariantCulture, "{0} {1:0.0}", Name, Confidence);
}
