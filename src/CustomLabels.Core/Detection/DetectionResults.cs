using System;
using CustomLabels.Images;

namespace CustomLabels.Detection;

/// <summary>Makes results for images that have none from the service.</summary>
internal static class DetectionResults
{
    /// <summary>A result that names the image and nothing else yet.</summary>
    /// <param name="image">The image.</param>
    public static DetectionResult Of(ImageSource image) => new() { Identity = image.Identity };

    /// <summary>Marks a result as failed now.</summary>
    /// <param name="result">What is known of the image.</param>
    /// <param name="error">Why.</param>
    /// <param name="utcNow">When.</param>
    public static DetectionResult Failed(this DetectionResult result, CustomLabelsError error, DateTime utcNow) => result with
    {
        Status = DetectionStatus.Failed,
        Error = error,
        Timestamp = utcNow,
    };
}
