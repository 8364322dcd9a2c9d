namespace CustomLabels.Annotations.Yolo;

/// <summary>An image of a YOLO set and its label file, of which either may be missing.</summary>
/// <param name="Name">The image's name in the set.</param>
/// <param name="ImagePath">Where the image is, or would be.</param>
/// <param name="LabelPath">Where its labels are; without such a file it has none.</param>
/// <param name="IsAssumed">Whether the name is made from the label file's, because there is no image.</param>
internal sealed record YoloImage(string Name, string ImagePath, string LabelPath, bool IsAssumed);
