using System.Collections.Generic;
using System.Linq;
using static CustomLabels.Annotations.Manifests.RuleLoss;
using static CustomLabels.ManifestRule;
using static CustomLabels.ManifestSeverity;

namespace CustomLabels.Annotations.Manifests;

/// <summary>Every rule, in the order in which results list them: those of a manifest, of its lines, of the images.</summary>
/// <remarks>Sources: the Amazon Rekognition Custom Labels Guide and the botocore model rekognition/2016-06-27; docs/reference/manifest-rules.md has the page of each rule.</remarks>
internal static class RuleCatalogue
{
    public static readonly IReadOnlyList<RuleDescription> All =
    [
        new(ExtensionMissing, "ERROR_MANIFEST_INACCESSIBLE_OR_UNSUPPORTED_FORMAT", Terminal, RuleLoss.None, "Name the file with an extension: .manifest by convention."),
        new(EncodingUnsupported, "ERROR_MANIFEST_INACCESSIBLE_OR_UNSUPPORTED_FORMAT", Terminal, RuleLoss.None, "Save the file as UTF-8 without a byte order mark."),
        new(ByteOrderMark, Code: null, Unclear, RuleLoss.None, "Save the file as UTF-8 without a byte order mark."),
        new(ManifestEmpty, Code: null, Terminal, RuleLoss.None, "Add a JSON line for each image."),
        new(ManifestTooLarge, "ERROR_MANIFEST_SIZE_TOO_LARGE", Terminal, RuleLoss.None, "Leave lines out: a manifest may have 1 GB at most."),
        new(ManifestSizeAtLimit, "ERROR_MANIFEST_SIZE_TOO_LARGE", Unclear, RuleLoss.None, "Leave lines out, to be safe in both readings."),
        new(TooManyLines, "ERROR_MANIFEST_ROWS_EXCEEDS_MAXIMUM", Terminal, RuleLoss.None, "Leave lines out."),
        new(LinesOverDefaultQuota, "ERROR_MANIFEST_ROWS_EXCEEDS_MAXIMUM", Unclear, RuleLoss.None, "Ask AWS Support for a higher quota, or leave lines out."),
        new(LinesOverRegionLimit, "ERROR_MANIFEST_ROWS_EXCEEDS_MAXIMUM", Unclear, RuleLoss.None, "Use another region, or leave lines out. Elsewhere nothing is to be done."),
        new(TooManyInvalidLines, "ERROR_TOO_MANY_INVALID_ROWS_IN_MANIFEST", Terminal, RuleLoss.None, "Correct the lines, or take them out."),
        new(InvalidLinesAtLimit, "ERROR_TOO_MANY_INVALID_ROWS_IN_MANIFEST", Unclear, RuleLoss.None, "Correct a line, or take it out."),
        new(MultipleBuckets, "ERROR_IMAGES_IN_MULTIPLE_S3_BUCKETS", Terminal, RuleLoss.None, "Put all images into one bucket, and correct the source-ref of each line."),
        new(TooFewLabels, "ERROR_MANIFEST_TOO_FEW_LABELS", Terminal, RuleLoss.None, "Add images with other labels."),
        new(OnlyOneLabel, "ERROR_MANIFEST_TOO_FEW_LABELS", Unclear, RuleLoss.None, "Train and see, or add a second label."),
        new(TooManyLabels, "ERROR_MANIFEST_TOO_MANY_LABELS", Terminal, RuleLoss.None, "Take labels out, or put some together."),
        new(TooFewUsableLabels, "ERROR_MANIFEST_TOO_FEW_USABLE_LABELS", Terminal, RuleLoss.None, "Give all lines the same kind of labels: of whole images, or boxes."),
        new(FormatsMixed, Code: null, Error, RuleLoss.None, "Give all lines the same kind of labels: of whole images, or boxes."),
        new(FewImagesToSplit, "ERROR_INSUFFICIENT_IMAGES_PER_LABEL_FOR_AUTOSPLIT", Unclear, RuleLoss.None, "Add images with the label, or give a testing manifest."),
        new(LabelWithoutImages, Code: null, Unclear, RuleLoss.None, "Take the label out of the class-map, or add an image with it."),
        new(TooManyTestingImages, Code: null, Unclear, RuleLoss.None, "Move images of the label to the training manifest."),
        new(LabelOverlapTooSmall, "ERROR_INSUFFICIENT_LABEL_OVERLAP", Terminal, RuleLoss.None, "Add images with the training labels to the testing manifest."),
        new(UsableLabelOverlapTooSmall, "ERROR_INSUFFICIENT_USABLE_LABEL_OVERLAP", Terminal, RuleLoss.None, "Give all lines of both manifests the same kind of labels."),
        new(TestingImageInTraining, Code: null, Warning, RuleLoss.None, "Take it out of one of them: a model that is tested with what it was trained with looks better than it is."),
        new(LineBlank, Code: null, Error, Line, "Take the line out."),
        new(LineTooLong, Code: null, Error, Line, "Take labels or keys out that aren't needed."),
        new(LinePadded, Code: null, Unclear, RuleLoss.None, "Take the blanks out."),
        new(JsonInvalid, "ERROR_INVALID_JSON_LINE", Error, Line, "Write one JSON object in each line."),
        new(SourceRefMissing, "ERROR_MISSING_SOURCE_REF", Error, Line, "Add \"source-ref\": \"s3://bucket/key\"."),
        new(SourceRefInvalid, "ERROR_INVALID_SOURCE_REF_FORMAT", Error, Line, "Write it as s3://bucket/key."),
        new(SourceRefRepeated, Code: null, Error, Line, "Put all labels of an image into one line."),
        new(LabelAttributesMissing, "ERROR_NO_LABEL_ATTRIBUTES", Error, Line, "Give each label attribute a second key with -metadata at the end."),
        new(LabelingFailed, "ERROR_NO_LABEL_ATTRIBUTES", Error, Line, "Label the image again, or take the line out."),
        new(AttributeNameReserved, "ERROR_NO_LABEL_ATTRIBUTES", Unclear, RuleLoss.None, "Rename the attribute."),
        new(LabelAttributeInvalid, "ERROR_INVALID_LABEL_ATTRIBUTE_FORMAT", Error, Line, "Correct the attribute: image_size and annotations of boxes, a number for a label of the whole image."),
        new(LabelMetadataInvalid, "ERROR_INVALID_LABEL_ATTRIBUTE_METADATA_FORMAT", Error, Line, "Correct the metadata: type, human-annotated, creation-date; class-map and objects of boxes; class-name and confidence of a label of the whole image."),
        new(UseCaseUnsupported, "ERROR_UNSUPPORTED_USE_CASE_TYPE", Error, Attribute, "Transform the attribute, or take it out."),
        new(LabelAttributesInvalid, "ERROR_NO_VALID_LABEL_ATTRIBUTES", Error, Line, "Transform an attribute to image classification or object detection."),
        new(BoxConfidenceMissing, "ERROR_MISSING_BOUNDING_BOX_CONFIDENCE", Error, Line, "Give objects one confidence for each box, in the order of the boxes."),
        new(ClassMapIdMissing, "ERROR_MISSING_CLASS_MAP_ID", Error, Line, "Add the class_id to the class-map, as a string."),
        new(BoxOffFrame, "ERROR_INVALID_BOUNDING_BOX", Error, Box, "Cut the box at the edges of the image."),
        new(BoxTooSmall, "ERROR_BOUNDING_BOX_TOO_SMALL", Error, Box, "Make the box larger, or take it out."),
        new(AnnotationsInvalid, "ERROR_NO_VALID_ANNOTATIONS", Error, Line, "Correct a box, or take the line out."),
        new(TooManyBoxes, "ERROR_TOO_MANY_BOUNDING_BOXES", Error, Line, "Take boxes out, or cut the image into several."),
        new(TooManyImageLabels, Code: null, Unclear, RuleLoss.None, "Take labels out."),
        new(LabelNameInvalid, "ERROR_INVALID_LABEL_NAME_LENGTH", Error, Line, "Use a shorter name."),
        new(LabelNameAtLimit, "ERROR_INVALID_LABEL_NAME_LENGTH", Unclear, RuleLoss.None, "Use 255 characters at most."),
        new(NumberNotInteger, "ERROR_INVALID_LABEL_ATTRIBUTE_FORMAT", Unclear, RuleLoss.None, "Round the edges of boxes to whole pixels."),
        new(DateUnusual, "ERROR_INVALID_LABEL_ATTRIBUTE_METADATA_FORMAT", Unclear, RuleLoss.None, "Write it as 2026-01-15T08:00:00."),
        new(RecordUnannotated, "WARNING_UNANNOTATED_RECORD", Warning, IgnoredLine, "Label the image, or take the line out."),
        new(AnnotationsMissing, "WARNING_NO_ANNOTATIONS", Warning, IgnoredLine, "Add boxes, or take the line out."),
        new(AttributeAnnotationsMissing, "WARNING_NO_ATTRIBUTE_ANNOTATIONS", Warning, RuleLoss.None, "Add boxes, or take the attribute out."),
        new(ImageMissing, "ERROR_INVALID_IMAGE", Unclear, RuleLoss.None, "Check the source-ref and -ImageRoot."),
        new(ImageInvalid, "ERROR_INVALID_IMAGE", Error, Line, "Replace the image: PNG or JPEG, 64 to 4,096 pixels a side, 20:1 at most, 15 MB at most."),
        new(ImageDimensionInvalid, "ERROR_INVALID_IMAGE_DIMENSION", Error, Line, "Replace the image with one of 64 to 4,096 pixels a side."),
        new(ImageAtLimit, "ERROR_INVALID_IMAGE", Unclear, RuleLoss.None, "Stay off the limit, to be safe in both readings."),
        new(ImageSizeMismatch, Code: null, Warning, RuleLoss.None, "Look whether it is the right image, and whether its boxes were drawn on the image as it is displayed."),
        new(BoxOutsideImage, "ERROR_INVALID_BOUNDING_BOX", Unclear, RuleLoss.None, "Correct image_size and the box."),
        new(ImageRepeated, Code: null, Warning, RuleLoss.None, "Keep one of them, with all labels."),
        new(ImageInBothSets, Code: null, Warning, RuleLoss.None, "Keep it in one of them: a model that is tested with what it was trained with looks better than it is."),
    ];

    private static readonly Dictionary<ManifestRule, RuleDescription> ByRule = All.ToDictionary(description => description.Rule);

    /// <summary>What there is to say of a rule.</summary>
    public static RuleDescription Of(ManifestRule rule) => ByRule[rule];
}
