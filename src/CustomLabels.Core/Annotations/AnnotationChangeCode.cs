namespace CustomLabels;

/// <summary>What a conversion of annotations changed, assumed or lost. The names are stable: scripts test them. docs/reference/annotations.md tells of each when it happens and what to do.</summary>
public enum AnnotationChangeCode
{
    /// <summary>A box went over an edge of the image and was cut there.</summary>
    BoxClamped,

    /// <summary>A box had its left and right, or its top and bottom, the wrong way round.</summary>
    BoxFlipped,

    /// <summary>A box without area, or outside the image, is left out.</summary>
    BoxEmpty,

    /// <summary>A box became whole pixels.</summary>
    BoxRounded,

    /// <summary>A box is lost: the format has labels of whole images only.</summary>
    BoxLost,

    /// <summary>A polygon, circle or other outline became the box around it.</summary>
    OutlineBoxed,

    /// <summary>A rotated box became the upright box around it.</summary>
    RotationBoxed,

    /// <summary>A finer outline beside a box is not kept.</summary>
    OutlineLost,

    /// <summary>A region of many objects (COCO: iscrowd) is left out.</summary>
    CrowdLeftOut,

    /// <summary>A shape that can't be a box, such as a point or a line, is left out.</summary>
    ShapeLeftOut,

    /// <summary>Marks such as difficult, truncated or occluded are not kept.</summary>
    FlagLost,

    /// <summary>A label of the whole image is lost: the format has boxes only.</summary>
    ImageLabelLost,

    /// <summary>A label is left out because the source doesn't say its name.</summary>
    LabelUnknown,

    /// <summary>A source says that a label is not on the image (Open Images: confidence 0); it is left out.</summary>
    LabelDenied,

    /// <summary>An annotation is of an image that the source doesn't have.</summary>
    AnnotationWithoutImage,

    /// <summary>An attribute of another kind than labels and boxes is left out.</summary>
    AttributeLeftOut,

    /// <summary>Of several people's annotations of one image, those that don't count are left out.</summary>
    AnnotationLeftOut,

    /// <summary>What a model predicted is left out beside what a person said.</summary>
    PredictionLeftOut,

    /// <summary>Labelling an image failed, as its line records: it has no labels and is left out.</summary>
    LabelingFailed,

    /// <summary>The same image comes a second time.</summary>
    ImageRepeated,

    /// <summary>An image is written once for each of its labels.</summary>
    ImageCopied,

    /// <summary>Boxes are in pixels and the image's size isn't known: the image is left out.</summary>
    ImageSizeMissing,

    /// <summary>The format doesn't keep the sizes of images.</summary>
    ImageSizeLost,

    /// <summary>The size that the source states is the one before the image is turned by its EXIF orientation.</summary>
    SizeNotDisplayed,

    /// <summary>The size that the source states is not the image's.</summary>
    SizeMismatch,

    /// <summary>The name of an image is made from the name of its label file: no image is there.</summary>
    ImageNameAssumed,

    /// <summary>A path from another machine became a name below the images' folder.</summary>
    PathShortened,

    /// <summary>The file is named otherwise than the image that it says it is of.</summary>
    NameMismatch,

    /// <summary>A set of images that the source names isn't there.</summary>
    SetMissing,

    /// <summary>Numbers have a comma as decimal separator.</summary>
    DecimalComma,

    /// <summary>A confidence is lost: the format has none.</summary>
    ConfidenceLost,

    /// <summary>A confidence is added: the format asks for one, and 1 stands for certain. Nothing is lost.</summary>
    ConfidenceAdded,

    /// <summary>The bucket of an image is lost: the format has names of files only.</summary>
    BucketLost,

    /// <summary>Characters that the format can't hold were replaced in a name.</summary>
    NameChanged,

    /// <summary>A failed detection has no labels and is left out.</summary>
    FailedLeftOut,
}
