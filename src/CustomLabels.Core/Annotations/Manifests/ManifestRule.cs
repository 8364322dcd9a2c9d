namespace CustomLabels;

/// <summary>The rules of the service for manifests. The names are stable: scripts test them. docs/reference/manifest-rules.md tells of each how much it matters, where it is documented and what to do.</summary>
public enum ManifestRule
{
    /// <summary>The name of the file has no extension.</summary>
    ExtensionMissing,

    /// <summary>The file is UTF-16 or UTF-32, or no text at all.</summary>
    EncodingUnsupported,

    /// <summary>The file begins with a byte order mark.</summary>
    ByteOrderMark,

    /// <summary>The file has no lines.</summary>
    ManifestEmpty,

    /// <summary>The file is over 1 GB in either reading of GB.</summary>
    ManifestTooLarge,

    /// <summary>The file is over 1,000,000,000 bytes and not over 1,073,741,824: which of them is 1 GB is not documented.</summary>
    ManifestSizeAtLimit,

    /// <summary>The manifest has more lines than the service takes.</summary>
    TooManyLines,

    /// <summary>A manifest for classification has 250,001 to 500,000 lines: the quota is 250,000 and can be raised.</summary>
    LinesOverDefaultQuota,

    /// <summary>The manifest has more lines than Mumbai and London take: 28,000 for training, 7,000 for testing.</summary>
    LinesOverRegionLimit,

    /// <summary>Over 20 % of the lines are invalid, for all reasons together.</summary>
    TooManyInvalidLines,

    /// <summary>Exactly 20 % of the lines are invalid: the guide tells of less and of more.</summary>
    InvalidLinesAtLimit,

    /// <summary>Images are in more than one bucket.</summary>
    MultipleBuckets,

    /// <summary>There is no label, or only one in a manifest for classification.</summary>
    TooFewLabels,

    /// <summary>A manifest of boxes has one label: enough by one page of the guide, too few by two others.</summary>
    OnlyOneLabel,

    /// <summary>There are more than 250 labels.</summary>
    TooManyLabels,

    /// <summary>There are enough labels, and too few on lines of the kind of model that would be trained.</summary>
    TooFewUsableLabels,

    /// <summary>There are boxes and labels of whole images: the service chooses one kind, and drops lines and labels that have the other only.</summary>
    FormatsMixed,

    /// <summary>A label has one image only, and there is no testing manifest: a split would leave it out of one of the sets. How many are enough is not documented.</summary>
    FewImagesToSplit,

    /// <summary>A class-map has a label that no image has; the guide asks for one image of each label.</summary>
    LabelWithoutImages,

    /// <summary>A label is on more than 1,000 testing images; the guide names no error for it.</summary>
    TooManyTestingImages,

    /// <summary>Less than half of the training labels are in the testing manifest.</summary>
    LabelOverlapTooSmall,

    /// <summary>Less than half of the training labels are in the testing manifest, counted on lines of the kind of model that would be trained.</summary>
    UsableLabelOverlapTooSmall,

    /// <summary>An image of the testing manifest is in the training manifest too.</summary>
    TestingImageInTraining,

    /// <summary>A line is blank. It counts as an invalid one.</summary>
    LineBlank,

    /// <summary>A line has more than 100,000 characters. The service drops it and says so nowhere.</summary>
    LineTooLong,

    /// <summary>A line begins or ends with blanks; by the model of the API it begins with { and ends with }.</summary>
    LinePadded,

    /// <summary>A line is no JSON object, or no UTF-8.</summary>
    JsonInvalid,

    /// <summary>A line has no source-ref.</summary>
    SourceRefMissing,

    /// <summary>A source-ref is not of the form s3://bucket/key.</summary>
    SourceRefInvalid,

    /// <summary>The image was in the manifest before. The service drops the line and says so nowhere.</summary>
    SourceRefRepeated,

    /// <summary>A line has no pair of an attribute and its metadata.</summary>
    LabelAttributesMissing,

    /// <summary>A line only records that labelling the image failed.</summary>
    LabelingFailed,

    /// <summary>The name of an attribute has -metadata in it or ends in -ref, which SageMaker does not allow.</summary>
    AttributeNameReserved,

    /// <summary>A label attribute is not as its type asks for.</summary>
    LabelAttributeInvalid,

    /// <summary>The metadata of a label attribute lack something or have something else than they should.</summary>
    LabelMetadataInvalid,

    /// <summary>The type of an attribute is none of the two that Custom Labels takes.</summary>
    UseCaseUnsupported,

    /// <summary>No attribute of a line is of a type that Custom Labels takes.</summary>
    LabelAttributesInvalid,

    /// <summary>A box has no confidence in objects.</summary>
    BoxConfidenceMissing,

    /// <summary>The class_id of a box is not in the class-map.</summary>
    ClassMapIdMissing,

    /// <summary>A box goes over an edge of the image, or has a negative number.</summary>
    BoxOffFrame,

    /// <summary>A box is not larger than 1 pixel in both directions, once an image with a side over 1,280 pixels is scaled down to that.</summary>
    BoxTooSmall,

    /// <summary>No box of a line can be used.</summary>
    AnnotationsInvalid,

    /// <summary>An image has more than 50 boxes.</summary>
    TooManyBoxes,

    /// <summary>An image has more than 50 labels; the guide names no error for it.</summary>
    TooManyImageLabels,

    /// <summary>The name of a label is empty or longer than 256 characters.</summary>
    LabelNameInvalid,

    /// <summary>The name of a label has 256 characters: the most by the guide, one too many by the model of the API.</summary>
    LabelNameAtLimit,

    /// <summary>A number is no integer: the schema asks for integers, and AWS's own example for COCO writes others.</summary>
    NumberNotInteger,

    /// <summary>The creation-date is written in another way than in AWS's examples.</summary>
    DateUnusual,

    /// <summary>A line has a source-ref only. It is not used for training.</summary>
    RecordUnannotated,

    /// <summary>A line has no box at all. It is not used for training: what is not on an image can't be taught in this way.</summary>
    AnnotationsMissing,

    /// <summary>A label attribute has no boxes.</summary>
    AttributeAnnotationsMissing,

    /// <summary>The image is not below the image root, or can't be read there: nothing is known of it.</summary>
    ImageMissing,

    /// <summary>The image is no PNG or JPEG, is damaged, or is outside a limit.</summary>
    ImageInvalid,

    /// <summary>An image with boxes has a side of fewer than 64 or more than 4,096 pixels.</summary>
    ImageDimensionInvalid,

    /// <summary>The image is exactly at a limit, which one page of the guide allows and another does not; or its size is 15 MB in one reading only.</summary>
    ImageAtLimit,

    /// <summary>The image_size is not the size of the image as it is displayed.</summary>
    ImageSizeMismatch,

    /// <summary>A box is inside image_size and goes over an edge of the image itself.</summary>
    BoxOutsideImage,

    /// <summary>The manifest has the same image under another source-ref: the files are equal byte for byte.</summary>
    ImageRepeated,

    /// <summary>The same image is in both manifests under two source-refs: the files are equal byte for byte.</summary>
    ImageInBothSets,
}
