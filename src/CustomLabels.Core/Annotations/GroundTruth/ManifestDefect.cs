namespace CustomLabels.Annotations.GroundTruth;

/// <summary>What can be wrong with a manifest, in AWS's words.</summary>
/// <remarks>Custom Labels guide, "Terminal manifest content errors" and "Non-terminal JSON line validation errors".</remarks>
/// <param name="Code">AWS's code; null where it documents none.</param>
/// <param name="Message">AWS's message, where it documents one.</param>
internal sealed record ManifestDefect(string? Code, string Message)
{
    public static readonly ManifestDefect Empty = new(Code: null, "The manifest has no lines.");
    public static readonly ManifestDefect OnlyFailures = new(Code: null, "Every line of the manifest only records that labelling an image failed.");
    public static readonly ManifestDefect Duplicate = new(Code: null, "The image is in the manifest already.");
    public static readonly ManifestDefect ManyBuckets = new("ERROR_IMAGES_IN_MULTIPLE_S3_BUCKETS", "The manifest file contains images from multiple S3 buckets.");
    public static readonly ManifestDefect JsonLine = new("ERROR_INVALID_JSON_LINE", "The JSON Line has an invalid format.");
    public static readonly ManifestDefect NoSource = new("ERROR_MISSING_SOURCE_REF", "The source-ref key is missing.");
    public static readonly ManifestDefect Source = new("ERROR_INVALID_SOURCE_REF_FORMAT", "The format of the source-ref value is invalid.");
    public static readonly ManifestDefect NoAttributes = new("ERROR_NO_LABEL_ATTRIBUTES", "No label attributes found.");
    public static readonly ManifestDefect Attribute = new("ERROR_INVALID_LABEL_ATTRIBUTE_FORMAT", "The format of the label attribute is invalid.");
    public static readonly ManifestDefect Metadata = new("ERROR_INVALID_LABEL_ATTRIBUTE_METADATA_FORMAT", "The format of the label attribute metadata is invalid.");
    public static readonly ManifestDefect UseCase = new("ERROR_UNSUPPORTED_USE_CASE_TYPE", "The use case type of the label attribute metadata is unsupported. Check the type field.");
    public static readonly ManifestDefect LabelName = new("ERROR_INVALID_LABEL_NAME_LENGTH", "The length of a label name is invalid.");
    public static readonly ManifestDefect NoConfidence = new("ERROR_MISSING_BOUNDING_BOX_CONFIDENCE", "One or more bounding boxes has a missing confidence value.");
    public static readonly ManifestDefect NoClass = new("ERROR_MISSING_CLASS_MAP_ID", "One or more class ids is missing from the class map.");
    public static readonly ManifestDefect Box = new("ERROR_INVALID_BOUNDING_BOX", "The bounding box has off frame values.");
    public static readonly ManifestDefect SmallBox = new("ERROR_BOUNDING_BOX_TOO_SMALL", "The height and width of the bounding box is too small.");
    public static readonly ManifestDefect ManyBoxes = new("ERROR_TOO_MANY_BOUNDING_BOXES", "There are more bounding boxes than the allowed maximum.");
}
