using CustomLabels.Api;
using CustomLabels.Api.Generated;
using CustomLabels.Api.Transport;
using CustomLabels.Images;
using CustomLabels.Text;

namespace CustomLabels.Detection;

/// <summary>What error answers to <c>DetectCustomLabels</c> mean for an image, its model and the run. Codes and messages: the API's error table and the Developer Guide's
/// "Error handling".</summary>
internal static class DetectionErrors
{
    /// <summary>Reads an error answer that is final for this image.</summary>
    /// <param name="error">The answer.</param>
    /// <param name="image">The image.</param>
    public static CustomLabelsError From(ServiceException error, RefusedImage image) => error.Code switch
    {
        ErrorCodes.ImageTooLargeException => Image(ErrorId.ImageTooLarge, error, image, image.Smaller),
        ErrorCodes.InvalidImageFormatException => Image(ErrorId.ImageFormat, error, image, "Save the image as PNG or JPEG again; it may be damaged."),
        ErrorCodes.InvalidS3ObjectException when EncodedText.Decode(image.Key ?? "") is { } decoded => Image(
            ErrorId.S3ObjectInvalid, error, image with { Explanation = Encoded(decoded, image.Explanation) },
            "Give the key as it is in S3, decoded: [Uri]::UnescapeDataString($key.Replace('+', ' ')). If it is right as it is, check the bucket, its region, and that your credentials may read the object (s3:GetObject)."),
        ErrorCodes.InvalidS3ObjectException => Image(
            ErrorId.S3ObjectInvalid, error, image, "Check bucket, key and version, that the bucket is in the model's region, and that your credentials may read the object (s3:GetObject)."),
        ErrorCodes.InvalidParameterException or "ValidationException" => Image(
            ErrorId.RequestInvalid, error, image, "Check the image against the documented limits (Test-RKImage), and that the ARN is a Custom Labels model's."),
        ErrorCodes.ResourceNotFoundException => ServiceErrors.New(
            ErrorScope.Model, ErrorId.ModelNotFound, error, "There is no such model version.", "Check project, version, region and account in the ARN."),
        ErrorCodes.ResourceNotReadyException => ServiceErrors.New(
            ErrorScope.Model, ErrorId.ModelNotRunning, error, "The model version is not running.", "Start it (Start-RKModel -Wait); it is billed until it is stopped (Stop-RKModel)."),
        _ when ServiceErrors.IsDenied(error) => ServiceErrors.Denied(error, "Allow rekognition:DetectCustomLabels on the model (and s3:GetObject for images in S3)."),
        _ when error.StatusCode == 413 => TooLargeOnTheWay(error, image),
        // 494 is nginx's own number for 431.
        _ when error.StatusCode is 414 or 431 or 494 => ServiceErrors.New(
            ErrorScope.Image, ErrorId.RequestInvalid, error, $"The request for '{image.Name}' was refused: its address or its header fields are too long.",
            "A proxy or gateway between here and the service allows less than the service does: have its limit raised. Run with -Debug to see what was sent.", image.Explanation),
        _ => ServiceErrors.From(error, RekognitionOperations.DetectCustomLabels),
    };

    /// <summary>Something on the way refused this request, and lets others through.</summary>
    public static CustomLabelsError RefusedOnTheWay(ServiceException error, RefusedImage image) => ServiceErrors.New(
        ErrorScope.Image, ErrorId.RequestInvalid, error, $"'{image.Name}' was refused on its way to the service, which answers other images.",
        "A proxy, firewall or gateway looks into what is sent: have it let this image through, or put the image into S3, so that its bytes don't go that way.", image.Explanation);

    private static CustomLabelsError TooLargeOnTheWay(ServiceException error, RefusedImage image) => image.Length is { } bytes
        ? ServiceErrors.New(
            ErrorScope.Image, ErrorId.ImageTooLarge, error, $"'{image.Name}' has {ImageLimits.Count(bytes)} bytes, and its request was refused as too large.",
            "Save the image smaller, or put it into S3 and give s3://bucket/key. If a proxy or gateway stands in between, have it take requests of 7 MB: base64 makes an image a third larger.", image.Explanation)
        : ServiceErrors.New(
            ErrorScope.Image, ErrorId.RequestInvalid, error, $"The request for '{image.Name}' was refused as too large, though the image itself is in S3.",
            "Check the proxy or gateway between here and the service, and -EndpointUrl.", image.Explanation);

    private static string Encoded(string decoded, string? explanation) =>
        $"The key looks URL-encoded: event notifications and object URLs of S3 hold it so, and keys are taken as they are. Decoded it is '{VisibleText.Of(decoded)}'.{(explanation is null ? "" : " " + explanation)}";

    private static CustomLabelsError Image(ErrorId id, ServiceException error, RefusedImage image, string action) =>
        ServiceErrors.New(ErrorScope.Image, id, error, $"The service refused '{image.Name}'.", action, image.Explanation);
}
