namespace CustomLabels;

/// <summary>One thing that a conversion of annotations changed, assumed or lost.</summary>
/// <param name="Code">What it is.</param>
/// <param name="File">The file it was read in; null where it was not read.</param>
/// <param name="Line">The line, from 1; null where there is none.</param>
/// <param name="Image">The image; null for the file as a whole.</param>
/// <param name="Message">What was found and what became of it.</param>
public sealed record AnnotationChange(AnnotationChangeCode Code, string? File, long? Line, string? Image, string Message)
{
    /// <summary>Whether something is other than it was: all but <see cref="AnnotationChangeCode.ConfidenceAdded"/> and <see cref="AnnotationChangeCode.ImageSizeLost"/>, which the images themselves tell.</summary>
    public bool IsLoss => Code is not (AnnotationChangeCode.ConfidenceAdded or AnnotationChangeCode.ImageSizeLost);

    /// <inheritdoc/>
    public override string ToString()
    {
        var place = File is null ? "" : $"{VisibleText.Of(new AnnotationSource(File, Line).ToString())}: ";
        return $"{Code}: {place}{(Image is null ? "" : $"{VisibleText.Of(Image)}: ")}{Message}";
    }
}
