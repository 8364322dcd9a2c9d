namespace CustomLabels;

/// <summary>Every error of the module. The names are API: scripts test them in <c>FullyQualifiedErrorId</c>.</summary>
public enum ErrorId
{
    /// <summary>No image was given at all.</summary>
    ImageMissing,

    /// <summary>The path names nothing.</summary>
    ImageNotFound,

    /// <summary>The file, stream or drive can't be read.</summary>
    ImageUnreadable,

    /// <summary>A folder was named where an image is needed.</summary>
    ImageIsFolder,

    /// <summary>The image has no bytes.</summary>
    ImageEmpty,

    /// <summary>The content is neither PNG nor JPEG, or the service said so.</summary>
    ImageFormat,

    /// <summary>The content ends inside the image's header.</summary>
    ImageTruncated,

    /// <summary>More bytes than the API takes, or the service or something on the way to it said so.</summary>
    ImageTooLarge,

    /// <summary>A byte array came out of the pipeline one byte at a time.</summary>
    BytesUnrolled,

    /// <summary>An <c>s3://</c> URI without a bucket or key, or with impossible ones.</summary>
    S3UriInvalid,

    /// <summary>The service could not read the S3 object.</summary>
    S3ObjectInvalid,

    /// <summary>The service, or a check before sending, refused a parameter, a setting or an input written for the AWS CLI.</summary>
    RequestInvalid,

    /// <summary>A name or an ARN was given and is empty.</summary>
    NameEmpty,

    /// <summary>An object came through the pipeline that the command can't use.</summary>
    InputUnsupported,

    /// <summary>Every attempt failed for a passing reason.</summary>
    RetriesExhausted,

    /// <summary>The answer to a request that must not be sent twice got lost: it may have been carried out.</summary>
    AnswerLost,

    /// <summary>The service throttled the image for longer than is allowed.</summary>
    ThrottleTimeout,

    /// <summary>No model version was given.</summary>
    ProjectVersionArnMissing,

    /// <summary>The ARN does not have the form of a model version's.</summary>
    ProjectVersionArnInvalid,

    /// <summary>The region asked for is not the ARN's.</summary>
    RegionMismatch,

    /// <summary>No region was given, and none is to be found.</summary>
    RegionMissing,

    /// <summary>No credentials were found.</summary>
    CredentialsMissing,

    /// <summary>The credentials have expired.</summary>
    CredentialsExpired,

    /// <summary>The credentials are refused, or may not do this.</summary>
    AccessDenied,

    /// <summary>There is no such project.</summary>
    ProjectNotFound,

    /// <summary>There is no such model version.</summary>
    ModelNotFound,

    /// <summary>The model version is not running.</summary>
    ModelNotRunning,

    /// <summary>The status of the model version rules out that it is started.</summary>
    ModelNotStartable,

    /// <summary>The service does not let the model version be stopped now.</summary>
    ModelNotStoppable,

    /// <summary>The model version will not come to the status that was waited for.</summary>
    WaitFailed,

    /// <summary>The model version did not come in time to the status that was waited for.</summary>
    WaitTimeout,

    /// <summary>A quota of the account is used up.</summary>
    LimitExceeded,

    /// <summary>A change should be confirmed, and nobody can be asked.</summary>
    ConfirmationNeeded,

    /// <summary>The endpoint can't be reached.</summary>
    EndpointUnreachable,

    /// <summary>Not a journal, another format version, or a damaged line.</summary>
    JournalInvalid,

    /// <summary>Another run writes the journal.</summary>
    JournalInUse,

    /// <summary>The journal can't be written: a full disk, a share that has gone.</summary>
    JournalWriteFailed,

    /// <summary>No lease can be kept, so nothing is started.</summary>
    LeaseWriteFailed,

    /// <summary>The leases can't be read, or aren't this user's own.</summary>
    LeaseUnreadable,

    /// <summary>There is no such lease.</summary>
    LeaseNotFound,

    /// <summary>A file of annotations is not what its format asks for.</summary>
    AnnotationInvalid,

    /// <summary>A file of annotations can't be read.</summary>
    AnnotationUnreadable,

    /// <summary>The content of a file or folder is in no format of annotations that is known.</summary>
    AnnotationFormatUnknown,

    /// <summary>There is something where the output goes.</summary>
    OutputExists,

    /// <summary>Two images would get one file, or one name.</summary>
    OutputConflict,

    /// <summary>The output can't be written.</summary>
    OutputWriteFailed,

    /// <summary>A format can't hold everything, and nothing may be lost.</summary>
    ConversionLossy,

    /// <summary>The system has nothing of the kind that could run a guard, or doesn't let this account use it.</summary>
    GuardUnavailable,

    /// <summary>A guard is installed, and its first pass left no result.</summary>
    GuardPassFailed,

    /// <summary>Pictures can't be decoded or drawn on this platform.</summary>
    ImagingUnavailable,

    /// <summary>No picture has both a ground truth and an answer.</summary>
    NothingToMeasure,

    /// <summary>Which of several pictures is meant can't be told, or one has two truths or two answers.</summary>
    ImageAmbiguous,

    /// <summary>Pictures of the ground truth have no answer, and none may be left out.</summary>
    EvaluationIncomplete,

    /// <summary>A detection has no place in the picture, so it can't be hidden.</summary>
    RedactionIncomplete,
}
