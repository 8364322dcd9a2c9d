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
    /// <param name="length">The image's bytes, where they were sent; null for S3.</param>
    public static DetectionError From(ServiceException error, string image, string? explanation, long? length = null) => error.Code switch
    {
        "ImageTooLargeException" => Image(ErrorId.ImageTooLarge, error, image, explanation, "Make the image smaller, or put it in S3, where up to 15 MB are allowed."),
        "InvalidImageFormatException" => Image(ErrorId.ImageFormat, error, image, explanation, "Save the image as PNG or JPEG again; it may be damaged."),
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
        _ when error.StatusCode == 413 => TooLargeOnTheWay(error, image, explanation, length),
        // 494 is nginx's own number for 431.
        _ when error.StatusCode is 414 or 431 or 494 => New(
            ErrorScope.Image, ErrorId.RequestInvalid, error, $"The request for '{image}' was refused: its address or its header fields are too long.",
            "A proxy or gateway between here and the service allows less than the service does: have its limit raised. Run with -Debug to see what was sent.", explanation),
        _ when error.StatusCode is 401 or 403 => New(
            ErrorScope.Run, ErrorId.AccessDenied, error, "The request is refused.", "Check the credentials, the endpoint, and whether a proxy stands in between."),
        _ => New(ErrorScope.Run, ErrorId.RequestInvalid, error, "The service refused the request.", "Check -EndpointUrl and the region; run with -Debug to see what was sent."),
    };

    /// <summary>Whether an error that <see cref="From"/> takes for the run's may be one request's, where the service answers others.</summary>
    /// <remarks>An answer without an error code of the service's comes from a proxy, a firewall or a gateway, and those look into what is uploaded. 401 and 407 ask who
    /// sends it.</remarks>
    public static bool MayBeOneRequests(ServiceException error) => error.Code.Length == 0 && error.StatusCode is >= 400 and < 500 and not (401 or 407);

    /// <summary>Something on the way refused this request, and lets others through.</summary>
    public static DetectionError RefusedOnTheWay(ServiceException error, string image, string? explanation) => New(
        ErrorScope.Image, ErrorId.RequestInvalid, error, $"'{image}' was refused on its way to the service, which answers other images.",
        "A proxy, firewall or gateway looks into what is sent: have it let this image through, or put the image into S3, so that its bytes don't go that way.", explanation);

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

    public static DetectionError AnswerLost(string operation, string subject, string why) => new(
        ErrorId.AnswerLost,
        $"{operation} was sent for '{subject}', and its answer got lost. {VisibleText.Of(why)}",
        "It may have been carried out or not, so it was not sent again: look at the present state before you run the command again.") { Scope = ErrorScope.Run };

    private static DetectionError TooLargeOnTheWay(ServiceException error, string image, string? explanation, long? length) => length is { } bytes
        ? New(
            ErrorScope.Image, ErrorId.ImageTooLarge, error, $"'{image}' has {ImageLimits.Count(bytes)} bytes, and its request was refused as too large.",
            "Save the image smaller, or put it into S3 and give s3://bucket/key. If a proxy or gateway stands in between, have it take requests of 7 MB: base64 makes an image a third larger.", explanation)
        : New(
            ErrorScope.Image, ErrorId.RequestInvalid, error, $"The request for '{image}' was refused as too large, though the image itself is in S3.",
            "Check the proxy or gateway between here and the service, and -EndpointUrl.", explanation);

    private static string Attempts(int attempts) => attempts == 1 ? "1 attempt" : $"{attempts} attempts";

    private static DetectionError Image(ErrorId id, ServiceException error, string image, string? explanation, string action) =>
        New(ErrorScope.Image, id, error, $"The service refused '{image}'.", action, explanation);

    private static DetectionError New(ErrorScope scope, ErrorId id, ServiceException error, string what, string action, string? explanation = null)
    {
        var code = error.Code.Length > 0 ? VisibleText.Of(error.Code) : $"HTTP {error.StatusCode}";
        var request = error.RequestId is null ? "" : $", request {VisibleText.Of(error.RequestId)}";
        var why = explanation is null ? "" : " " + explanation;
        return new DetectionError(id, $"{what} {VisibleText.Of(error.Message)} ({code}{request}){why}", action) { Code = error.Code.Length > 0 ? error.Code : null, Scope = scope };
    }
}
