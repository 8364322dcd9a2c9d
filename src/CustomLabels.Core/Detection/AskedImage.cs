using System;
using CustomLabels.Images;
using CustomLabels.Pictures;

namespace CustomLabels.Detection;

/// <summary>An image on its way: the question, and what was seen of it.</summary>
/// <param name="request">The image and the question.</param>
internal sealed class AskedImage(DetectionRequest request) : IDisposable
{
    /// <summary>The image and the question.</summary>
    public DetectionRequest Request { get; } = request;

    /// <summary>What was seen of the image that is sent; null for S3.</summary>
    public InspectedImage? Inspected { get; set; }

    /// <summary>The header of a picture that is too large, in whose place another is sent; null where the picture itself is sent.</summary>
    public ImageHeader? Given { get; set; }

    /// <summary>The picture that is sent in its place; null until there is one.</summary>
    public BytesImage? Replacement { get; set; }

    /// <summary>What is told of that one.</summary>
    public SentPicture? Sent { get; set; }

    /// <summary>The memory that it takes up.</summary>
    public RoomPlace? Held { get; set; }

    /// <summary>The header of the image as it was given; null where it wasn't looked at.</summary>
    public ImageHeader? Header => Given ?? Inspected?.Header;

    /// <inheritdoc/>
    public void Dispose()
    {
        Inspected?.Dispose();
        Held?.Dispose();
    }

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
