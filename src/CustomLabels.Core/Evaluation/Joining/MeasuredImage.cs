namespace CustomLabels.Evaluation.Joining;

/// <summary>A picture with its truth and what was found on it.</summary>
/// <param name="Truth">The truth.</param>
/// <param name="Answer">What was found.</param>
internal sealed record MeasuredImage(ImageAnnotation Truth, Answer Answer)
{
    /// <summary>Width and height in pixels; null where neither side knows.</summary>
    public (int Width, int Height)? Size => Truth is { ImageWidth: int width, ImageHeight: int height } ? (width, height) : Answer.Size;
}
