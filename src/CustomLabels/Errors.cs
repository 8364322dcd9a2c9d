using System;
using System.Management.Automation;

namespace CustomLabels;

/// <summary>Turns errors into PowerShell's records. The ids and what they mean for a run are Core's; the categories are here.</summary>
internal static class Errors
{
    /// <summary>An error about one image.</summary>
    /// <param name="result">The failed result.</param>
    public static ErrorRecord Of(DetectionResult result)
    {
        var error = result.Error ?? throw new ArgumentException("Not a failed result.", nameof(result));
        return Record(new DetectionException(error) { Result = result }, result.LiteralPath ?? result.Image);
    }

    /// <summary>An error about something else than an image.</summary>
    /// <param name="exception">What happened.</param>
    /// <param name="target">What it happened to.</param>
    public static ErrorRecord Record(DetectionException exception, object? target) =>
        new(exception, exception.Error.Id.ToString(), Category(exception.Error.Id), target)
        {
            ErrorDetails = new ErrorDetails(exception.Error.Message) { RecommendedAction = exception.Error.RecommendedAction },
        };

    private static ErrorCategory Category(ErrorId id) => id switch
    {
        ErrorId.ImageMissing or ErrorId.ProjectVersionArnMissing or ErrorId.BytesUnrolled or ErrorId.S3UriInvalid
            or ErrorId.ProjectVersionArnInvalid or ErrorId.RegionMismatch or ErrorId.RequestInvalid => ErrorCategory.InvalidArgument,
        ErrorId.ImageNotFound or ErrorId.ModelNotFound or ErrorId.S3ObjectInvalid => ErrorCategory.ObjectNotFound,
        ErrorId.ImageUnreadable => ErrorCategory.ReadError,
        ErrorId.ImageIsFolder => ErrorCategory.InvalidType,
        ErrorId.ImageEmpty or ErrorId.ImageFormat or ErrorId.ImageTruncated => ErrorCategory.InvalidData,
        ErrorId.ImageTooLarge or ErrorId.LimitExceeded => ErrorCategory.LimitsExceeded,
        ErrorId.RetriesExhausted or ErrorId.EndpointUnreachable => ErrorCategory.ConnectionError,
        ErrorId.ThrottleTimeout => ErrorCategory.OperationTimeout,
        ErrorId.CredentialsMissing or ErrorId.CredentialsExpired => ErrorCategory.AuthenticationError,
        ErrorId.AccessDenied => ErrorCategory.PermissionDenied,
        ErrorId.ModelNotRunning => ErrorCategory.ResourceUnavailable,
        ErrorId.JournalInvalid => ErrorCategory.InvalidData,
        ErrorId.JournalInUse => ErrorCategory.ResourceBusy,
        ErrorId.JournalWriteFailed => ErrorCategory.WriteError,
        _ => ErrorCategory.NotSpecified,
    };
}
