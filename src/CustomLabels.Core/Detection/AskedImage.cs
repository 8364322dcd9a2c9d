using CustomLabels.Images;

namespace CustomLabels.Detection;

/// <summary>An image on its way: the question, and what was seen of it.</summary>
/// <param name="request">The image and the question.</param>
internal sealed class AskedImage(DetectionRequest request)
{
    /// <summary>The image and the question.</summary>
    public DetectionRequest Request { get; } = request;

    /// <summary>What was seen of the image; null for S3.</summary>
    public InspectedImage? Inspected { get; set; }

    /// <summary>The image for messages, safe to print: with its folder, because a run goes through many.</summary>
    public string Name => VisibleText.Of(Request.Image.LiteralPath ?? Request.Image.Name);

    /// <summary>How the image can be made to fit where the service finds it too large.</summary>
    public string Smaller => Inspected is not null
        ? ImageErrors.Smaller(Inspected.Length, Inspected.Header)
        : $"Make the object smaller: in S3 15 MB and {ImageLimits.MaxPixels} pixels a side are allowed.";

    /// <summary>Why the service may have refused the image: the documented limits it is outside of. Null when none is known.</summary>
    public string? Explain() => ImageLimits.Explain(
        Inspected is not null ? ImageLimits.Check(Inspected.Header, Inspected.Length) : Request.Image is S3Image s3Image ? ImageLimits.Check(s3Image) : []);
}
