using System;
using CustomLabels.Images;
using CustomLabels.Service;

namespace CustomLabels;

/// <summary>What the service's error codes mean for a run. Codes and messages: the API's error table and the Developer Guide's "Error handling".</summary>
internal static class ServiceErrors
{
    /// <summary>Reads an error answer that is final for this image.</summary>
    /// <param name="error">The answer.</param>
    /// <param name="image">The image's name, safe to print.</param>
    /// <param name="explanation">The documented limits the image is outside of; null when none is known.</param>
    /// <param name="key">The image's key in S3; null for other images.</param>
    public static DetectionError From(ServiceException error, string image, string? explanation, string? key = null) => error.Code switch
    {
        "ImageTooLargeException" => Image(ErrorId.ImageTooLarge, error, image, explanation, "Make the image smaller, or put it in S3, where up to 15 MB are allowed."),
        "InvalidImageFormatException" => Image(ErrorId.ImageFormat, error, image, explanation, "Save the image as PNG or JPEG again; it may be damaged."),
        "InvalidS3ObjectException" when key is not null && EncodedText.Decode(key) is { } decoded => Image(
            ErrorId.S3ObjectInvalid, error, image, Encoded(decoded, explanation),
            "Give the key as it is in S3, decoded: [Uri]::UnescapeDataString($key.Replace('+', ' ')). If it is right as it is, check the bucket, its region, and that your credentials may read the object (s3:GetObject)."),
        "InvalidS3ObjectException" => Image(
            ErrorId.S3ObjectInvalid, error, image, explanation, "Check bucket, key and version, that the bucket is in the model's region, and that your credentials may read the object (s3:GetObject)."),
        "InvalidParameterException" or "ValidationException" => Image(
            ErrorId.RequestInvalid, error, image, explanation, "Check the image against the documented limits (Test-RKImage), and that the ARN is a Custom Labels model's."),
        "ResourceNotFoundException" => New(
            ErrorScope.Model, ErrorId.ModelNotFound, error, "There is no such model version.", "Check project, version, region and account in the ARN."),
        "ResourceNotReadyException" => New(
            ErrorScope.Model, ErrorId.ModelNotRunning, error, "The model version is not running.", "Start it (aws rekognition start-project-version) and wait until it is RUNNING; it is billed until it is stopped."),
        "LimitExceededException" => New(
            ErrorScope.Run, ErrorId.LimitExceeded, error, "A limit of the account is used up.", "Stop what you don't need, or ask for a higher quota."),
        "ExpiredTokenException" or "ExpiredToken" or "TokenRefreshRequired" => New(
            ErrorScope.Run, ErrorId.CredentialsExpired, error, "The credentials have expired.", "Get new ones ('aws sso login', or new temporary keys) and run again."),
        "RequestExpired" or "RequestTimeTooSkewed" => New(
            ErrorScope.Run, ErrorId.AccessDenied, error, "The request's time is too far from the service's.", "Set this machine's clock."),
        "AccessDeniedException" or "AccessDenied" or "UnauthorizedOperation" or "NotAuthorized" => New(
            ErrorScope.Run, ErrorId.AccessDenied, error, "The credentials may not do this.", "Allow rekognition:DetectCustomLabels on the model (and s3:GetObject for images in S3)."),
        "UnrecognizedClientException" or "InvalidClientTokenId" or "InvalidSignatureException" or "SignatureDoesNotMatch" or "IncompleteSignature"
            or "IncompleteSignatureException" or "MissingAuthenticationToken" or "MissingAuthenticationTokenException" or "OptInRequired" => New(
            ErrorScope.Run, ErrorId.AccessDenied, error, "The credentials are refused.", "Check access key, secret key, session token and this machine's clock."),
        _ when error.StatusCode is 401 or 403 => New(
            ErrorScope.Run, ErrorId.AccessDenied, error, "The request is refused.", "Check the credentials, the endpoint, and whether a proxy stands in between."),
        _ => New(ErrorScope.Run, ErrorId.RequestInvalid, error, "The service refused the request.", "Check -EndpointUrl and the region; run with -Debug to see what was sent."),
    };

    public static DetectionError RetriesExhausted(ServiceException error, string image, int attempts) => New(
        ErrorScope.Image, ErrorId.RetriesExhausted, error, $"'{image}' failed ({Attempts(attempts)}).", "Run again later, or raise -MaxAttempts.");

    public static DetectionError RetriesExhausted(TransportException error, string image, int attempts) => new(
        ErrorId.RetriesExhausted, $"'{image}' failed ({Attempts(attempts)}). {error.Message}", "Check the connection and run again, or raise -MaxAttempts.");

    public static DetectionError EndpointUnreachable(TransportException error, Uri endpoint, int attempts) => new(
        ErrorId.EndpointUnreachable,
        $"{endpoint.GetLeftPart(UriPartial.Authority)} did not answer ({Attempts(attempts)}). {error.Message}",
        error.Remedy ?? "Check the region, -EndpointUrl, the network, the proxy and the firewall.") { Scope = ErrorScope.Run };

    public static DetectionError ThrottleTimeout(ServiceException error, string image, TimeSpan timeout) => New(
        ErrorScope.Image, ErrorId.ThrottleTimeout, error,
        $"The service throttled '{image}' and everything else for {timeout.TotalSeconds:0} s.", "Give the model more inference units, reduce other load on the model, or raise -ThrottleTimeout.");

    private static string Encoded(string decoded, string? explanation) =>
        $"The key looks URL-encoded: event notifications and object URLs of S3 hold it so, and keys are taken as they are. Decoded it is '{VisibleText.Of(decoded)}'.{(explanation is null ? "" : " " + explanation)}";

    private static string Attempts(int attempts) => attempts == 1 ? "1 attempt" : $"{attempts} attempts";

    private static DetectionError Image(ErrorId id, ServiceException error, string image, string? explanation, string action) =>
        New(ErrorScope.Image, id, error, $"The service refused '{image}'.", action, explanation);

    private static DetectionError New(ErrorScope scope, ErrorId id, ServiceException error, string what, string action, string? explanation = null)
    {
        var code = error.Code.Length > 0 ? VisibleText.Of(error.Code) : $"HTTP {error.StatusCode}";
        var request = error.RequestId is null ? "" : $", request {VisibleText.Of(error.RequestId)}";
        var why = explanation is null ? "" : " " + explanation;
        return new DetectionError(id, $"{what} {VisibleText.Of(error.Message)} ({code}{request}){why}", action) { Code = error.Code.Length > 0 ? VisibleText.Of(error.Code) : null, Scope = scope };
    }
}
