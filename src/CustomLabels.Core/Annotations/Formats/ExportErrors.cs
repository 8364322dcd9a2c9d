namespace CustomLabels.Annotations.Formats;

/// <summary>Errors of what is asked of an export.</summary>
internal static class ExportErrors
{
    /// <summary>A manifest names objects in S3, and an image is a file.</summary>
    /// <param name="image">The image.</param>
    public static CustomLabelsError SourcePrefixMissing(string image) => new(
        ErrorId.RequestInvalid,
        $"'{VisibleText.Of(image)}' is a file, and a manifest names objects in S3.",
        "Nothing was written. Give -SourcePrefix s3://bucket/folder, below which the images are or will be.") { Scope = ErrorScope.Run };

    /// <summary>A prefix that is no place in S3.</summary>
    /// <param name="prefix">What was given.</param>
    public static CustomLabelsError SourcePrefixInvalid(string prefix) => new(
        ErrorId.RequestInvalid,
        $"-SourcePrefix is '{VisibleText.Of(prefix)}' and has to be s3://bucket or s3://bucket/folder.",
        "Nothing was written. Correct it.") { Scope = ErrorScope.Run };

    /// <summary>An image is outside the folder that names are told from.</summary>
    /// <param name="image">The image.</param>
    /// <param name="root">The folder.</param>
    public static CustomLabelsError OutsideRoot(string image, string root) => new(
        ErrorId.RequestInvalid,
        $"'{VisibleText.Of(image)}' is not below -ImageRoot '{VisibleText.Of(root)}'.",
        "Nothing was written. Give a folder that all images are below, or leave it out.") { Scope = ErrorScope.Run };

    /// <summary>There is nothing to write.</summary>
    public static CustomLabelsError Missing() => new(
        ErrorId.RequestInvalid,
        "No annotation and no result was given.",
        "Pipe in what Import-RKAnnotation or Invoke-RKCustomLabelDetection gives, or give it as -InputObject.") { Scope = ErrorScope.Run };
}
