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

    /// <summary>Why the service may have refused the image: the documented limits it is outside of. Null when none is known.</summary>
    public string? Explain() => ImageLimits.Explain(
        Inspected is not null ? ImageLimits.Check(Inspected.Header, Inspected.Length) : Request.Image is S3Image s3Image ? ImageLimits.Check(s3Image) : []);
}
