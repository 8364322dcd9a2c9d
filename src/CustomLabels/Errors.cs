using System;
using System.IO;
using System.Management.Automation;
using System.Net.Sockets;

namespace CustomLabels;

/// <summary>Turns errors into PowerShell's records. The ids and what they mean for a run are Core's; the categories are here.</summary>
internal static class Errors
{
    // Our own messages have their parts cut, and are shorter; what the system says may hold a path twice.
    private const int LongestMessage = 4 * VisibleText.MaxLength;

    /// <summary>An error about one image.</summary>
    /// <param name="result">The failed result.</param>
    public static ErrorRecord Of(DetectionResult result)
    {
        var error = result.Error ?? throw new ArgumentException("Not a failed result.", nameof(result));
        return Record(new CustomLabelsException(error) { Result = result }, result.LiteralPath ?? result.Image);
    }

    /// <summary>An error about something else than an image.</summary>
    /// <param name="exception">What happened.</param>
    /// <param name="target">What it happened to.</param>
    public static ErrorRecord Record(CustomLabelsException exception, object? target) =>
        Record(exception, exception.Error.Id.ToString(), Category(exception.Error.Id), target, exception.Error.RecommendedAction);

    /// <summary>A path with wildcards that names nothing, under the id that PowerShell has for it.</summary>
    /// <param name="path">The path as it was given.</param>
    /// <param name="isPattern">Whether it could have matched something.</param>
    public static ErrorRecord PathNotFound(string path, bool isPattern)
    {
        var error = isPattern ? ImageErrors.NothingMatches(path) : ImageErrors.PatternInvalid(path);
        return Record(new ItemNotFoundException(error.Message), "PathNotFound", ErrorCategory.ObjectNotFound, VisibleText.Cut(path), error.RecommendedAction);
    }

    /// <summary>Why a local endpoint did not start.</summary>
    /// <param name="exception">What happened.</param>
    /// <param name="manifest">The manifest that it was to serve.</param>
    /// <param name="port">The port that it was to listen on.</param>
    public static ErrorRecord OfEndpoint(Exception exception, string? manifest, int port) => exception switch
    {
        ManifestException bad => Record(
            bad, "ManifestInvalid", ErrorCategory.InvalidData, bad.File,
            "Correct the manifest: one JSON object for each image, as SageMaker Ground Truth writes it, or labels in another format that Import-RKAnnotation reads. Or give the -ImageRoot that its images are below."),
        IOException { InnerException: SocketException } => Record(exception, "PortUnavailable", ErrorCategory.ResourceUnavailable, port, "Give another -Port, or 0 for one that is free."),
        ArgumentException option => Record(
            option, "EndpointOptionInvalid", ErrorCategory.InvalidArgument, option.ParamName, "Correct the option or leave it out: Get-Help Start-RKLocalEndpoint -Full says what each allows."),
        _ => Record(
            exception, "ManifestUnreadable", ErrorCategory.ReadError, (exception as FileNotFoundException)?.FileName ?? VisibleText.Cut(manifest),
            "Check the path of the manifest, and that this account may read the file."),
    };

    private static ErrorRecord Record(Exception exception, string id, ErrorCategory category, object? target, string recommendedAction) =>
        new(exception, id, category, target) { ErrorDetails = new ErrorDetails(VisibleText.Whole(VisibleText.Cut(exception.Message, LongestMessage))) { RecommendedAction = recommendedAction } };

    private static ErrorCategory Category(ErrorId id) => id switch
    {
        ErrorId.ImageMissing or ErrorId.ProjectVersionArnMissing or ErrorId.BytesUnrolled or ErrorId.S3UriInvalid
            or ErrorId.ProjectVersionArnInvalid or ErrorId.RegionMismatch or ErrorId.RegionMissing or ErrorId.RequestInvalid or ErrorId.NameEmpty or ErrorId.ImageAmbiguous => ErrorCategory.InvalidArgument,
        ErrorId.ImageNotFound or ErrorId.NothingToMeasure or ErrorId.LeaseNotFound or ErrorId.ModelNotFound or ErrorId.ProjectNotFound or ErrorId.S3ObjectInvalid => ErrorCategory.ObjectNotFound,
        ErrorId.ImageUnreadable or ErrorId.LeaseUnreadable => ErrorCategory.ReadError,
        ErrorId.ImageIsFolder or ErrorId.InputUnsupported => ErrorCategory.InvalidType,
        ErrorId.ImageEmpty or ErrorId.ImageFormat or ErrorId.ImageTruncated => ErrorCategory.InvalidData,
        ErrorId.ImageTooLarge or ErrorId.LimitExceeded => ErrorCategory.LimitsExceeded,
        ErrorId.RetriesExhausted or ErrorId.AnswerLost or ErrorId.EndpointUnreachable => ErrorCategory.ConnectionError,
        ErrorId.ThrottleTimeout or ErrorId.WaitTimeout => ErrorCategory.OperationTimeout,
        ErrorId.CredentialsMissing or ErrorId.CredentialsExpired => ErrorCategory.AuthenticationError,
        ErrorId.AccessDenied => ErrorCategory.PermissionDenied,
        ErrorId.ModelNotRunning or ErrorId.ModelNotStartable or ErrorId.ModelNotStoppable or ErrorId.WaitFailed or ErrorId.GuardUnavailable => ErrorCategory.ResourceUnavailable,
        ErrorId.ConfirmationNeeded => ErrorCategory.InvalidOperation,
        ErrorId.JournalInvalid => ErrorCategory.InvalidData,
        ErrorId.JournalInUse => ErrorCategory.ResourceBusy,
        ErrorId.GuardPassFailed or ErrorId.EvaluationIncomplete => ErrorCategory.InvalidResult,
        ErrorId.JournalWriteFailed or ErrorId.LeaseWriteFailed => ErrorCategory.WriteError,
        ErrorId.AnnotationInvalid or ErrorId.AnnotationFormatUnknown or ErrorId.ConversionLossy or ErrorId.RedactionIncomplete => ErrorCategory.InvalidData,
        ErrorId.AnnotationUnreadable => ErrorCategory.ReadError,
        ErrorId.OutputExists or ErrorId.OutputConflict => ErrorCategory.ResourceExists,
        ErrorId.OutputWriteFailed => ErrorCategory.WriteError,
        _ => ErrorCategory.NotSpecified,
    };
}
