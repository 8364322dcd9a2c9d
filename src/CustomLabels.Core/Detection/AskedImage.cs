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

    /// <summary>What is known of it when the service refuses it. Its name has the folder, because a run goes through many.</summary>
    public RefusedImage Refused() => new(VisibleText.Of(Request.Image.LiteralPath ?? Request.Image.Name))
    {
        Explanation = ImageLimits.Explain(
            Inspected is not null ? ImageLimits.Check(Inspected.Header, Inspected.Length) : Request.Image is S3Image s3Image ? ImageLimits.Check(s3Image) : []),
        Smaller = Inspected is not null
            ? ImageErrors.Smaller(Inspected.Length, Inspected.Header)
            : $"Make the object smaller: in S3 15 MB and {ImageLimits.MaxPixels} pixels a side are allowed.",
        Length = Inspected?.Length,
        Key = Request.Image.Key,
    };
}
