namespace CustomLabels.Binding;

/// <summary>The ways to name an image. Each set's own parameter binds from the pipeline; see <see cref="IImageParameters"/> for why.</summary>
internal static class ParameterSets
{
    public const string Path = "Path";
    public const string LiteralPath = "LiteralPath";
    public const string S3Object = "S3Object";
    public const string ImageBytes = "ImageBytes";
    public const string ImageStream = "ImageStream";
}
