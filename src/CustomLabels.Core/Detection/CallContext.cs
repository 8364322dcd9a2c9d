using CustomLabels.Images;

namespace CustomLabels.Detection;

/// <summary>What a call is about and what it has cost so far; still true when the call fails.</summary>
/// <param name="image">The image.</param>
/// <param name="log">What to say on the way.</param>
internal sealed class CallContext(ImageSource image, IDetectionLog log)
{
    /// <summary>The image for messages, safe to print: with its folder, because a run goes through many.</summary>
    public string Image { get; } = VisibleText.Of(image.LiteralPath ?? image.Name);

    /// <summary>What to say on the way.</summary>
    public IDetectionLog Log { get; } = log;

    /// <summary>What was seen of the image; null for S3.</summary>
    public InspectedImage? Inspected { get; set; }

    /// <summary>Requests sent; a throttled one is not an attempt.</summary>
    public int Attempts { get; set; }

    /// <summary>The service's id of the last answer.</summary>
    public string? RequestId { get; set; }

    /// <summary>Why the service may have refused the image: the documented limits it is outside of. Null when none is known.</summary>
    public string? Explanation => ImageLimits.Explain(
        Inspected is not null ? ImageLimits.Check(Inspected.Header, Inspected.Length) : image is S3Image s3Image ? ImageLimits.Check(s3Image) : []);
}
