using CustomLabels.Binding;
using CustomLabels.Pictures;

namespace CustomLabels.Commands;

/// <summary>What is to be made of pictures.</summary>
/// <param name="Labels">The labels that count.</param>
/// <param name="MinConfidence">The least confidence that counts, 0 to 100; null for any.</param>
/// <param name="Encoding">How files are written.</param>
internal sealed record PictureSettings(LabelSelection Labels, double? MinConfidence, PictureEncoding Encoding)
{
    /// <summary>How boxes look; null where none are drawn.</summary>
    public AnnotationStyle? Style { get; init; }

    /// <summary>How much is cut out around a box, as a part of its width and height; null where nothing is cut.</summary>
    public double? Padding { get; init; }

    /// <summary>How boxes are hidden; null where none are.</summary>
    public RedactionMethod? Redaction { get; init; }

    /// <summary>Whether all but the boxes is hidden.</summary>
    public bool IsInverted { get; init; }

    /// <summary>Whether a picture without anything to hide is written too.</summary>
    public bool IncludesUnlabelled { get; init; }

    /// <summary>Whether a label is one of those asked for.</summary>
    public bool IsMeant(PictureMark mark) => Labels.Matches(mark.Name);

    /// <summary>Whether a label is sure enough. What has no confidence, as a person's, is.</summary>
    public bool IsSure(PictureMark mark) => mark.Confidence is null || MinConfidence is null || mark.Confidence >= MinConfidence;
}
