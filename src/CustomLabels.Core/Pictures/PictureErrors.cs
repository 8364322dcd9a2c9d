using static System.FormattableString;

namespace CustomLabels.Pictures;

/// <summary>What can be wrong with pictures that are to be drawn, cut or redacted.</summary>
internal static class PictureErrors
{
    /// <summary>There is nothing to draw.</summary>
    public static CustomLabelsError Missing() => new(
        ErrorId.RequestInvalid,
        "No result and no annotation was given.",
        "Pipe in what Invoke-RKCustomLabelDetection or Import-RKAnnotation gives, or give it as -InputObject.") { Scope = ErrorScope.Run };

    /// <summary>There is no folder to write to.</summary>
    public static CustomLabelsError DestinationMissing() => new(
        ErrorId.RequestInvalid,
        "No folder for the pictures was given.",
        "Give -Destination: a folder, which is made where it isn't there.") { Scope = ErrorScope.Run };

    /// <summary>What is hidden would stay in the metadata.</summary>
    public static CustomLabelsError MetadataOfRedacted() => new(
        ErrorId.RequestInvalid,
        "-KeepMetadata and -Redact are against each other: metadata holds a small copy of the picture, and says where and when it was taken.",
        "Leave one of them out.") { Scope = ErrorScope.Run };

    /// <summary>A colour that is none.</summary>
    /// <param name="text">What was given.</param>
    public static CustomLabelsError ColorInvalid(string text) => new(
        ErrorId.RequestInvalid,
        $"-Color has '{VisibleText.Of(text)}', which is no colour.",
        "Give a name of CSS such as orange, or #rrggbb; for labels of their own, a hashtable: @{ scratch = 'orange'; '*' = '#808080' }.") { Scope = ErrorScope.Run };

    /// <summary>A picture isn't a file.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="isInS3">Whether it is an object in S3.</param>
    public static CustomLabelsError NotAFile(string image, bool isInS3) => new(
        ErrorId.InputUnsupported,
        isInS3 ? $"'{VisibleText.Of(image)}' is in S3, and pictures are read from files." : $"'{VisibleText.Of(image)}' has no path, so there is no picture to read.",
        isInS3 ? "Download it, and detect it as a file; for annotations, give Import-RKAnnotation the -ImageRoot that its copies are below." : "Detect it as a file: -Path or -LiteralPath.");

    /// <summary>A picture is outside the folder that is mirrored.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="root">The folder.</param>
    public static CustomLabelsError OutsideRoot(string image, string root) => new(
        ErrorId.RequestInvalid,
        $"'{VisibleText.Of(image)}' is not below -Root '{VisibleText.Of(root)}'.",
        "Give a folder that all pictures are below, or leave it out.");

    /// <summary>There is a file where the output goes.</summary>
    /// <param name="path">The file.</param>
    public static CustomLabelsError Exists(string path) => new(
        ErrorId.OutputExists,
        $"'{VisibleText.Of(path)}' is there already.",
        "Nothing was written for this picture. Give another -Destination, or -Force to replace it.") { File = path };

    /// <summary>The output would take the place of a picture that was given.</summary>
    /// <param name="path">The file.</param>
    public static CustomLabelsError IsSource(string path) => new(
        ErrorId.OutputConflict,
        $"'{VisibleText.Of(path)}' is itself one of the pictures, and a source is never overwritten.",
        "Nothing was written for this picture. Give another -Destination.") { File = path };

    /// <summary>The output can't be written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="reason">Why, as a sentence.</param>
    public static CustomLabelsError WriteFailed(string path, string reason) => new(
        ErrorId.OutputWriteFailed,
        $"'{VisibleText.Of(path)}' can't be written: {Sentence.Of(reason)}",
        "Check the path, that this account may write there, and that there is room.") { File = path };

    /// <summary>A format can't hold a picture.</summary>
    /// <param name="path">The picture that it was to be made of.</param>
    /// <param name="reason">Why, as a sentence.</param>
    public static CustomLabelsError NotEncoded(string path, string reason) => new(
        ErrorId.OutputWriteFailed,
        $"What was made of '{VisibleText.Of(path)}' can't be written: {Sentence.Of(reason)}",
        "Give -Format Png, or a smaller -MaxDimension.");

    /// <summary>A detection can't be hidden, because nobody knows where it is.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="label">The first such label.</param>
    /// <param name="count">How many there are.</param>
    public static CustomLabelsError RedactionIncomplete(string image, string label, int count) => new(
        ErrorId.RedactionIncomplete,
        Invariant($"'{VisibleText.Of(image)}' has {count} label{(count == 1 ? "" : "s")} without a place in the picture, the first '{VisibleText.Of(label)}': that can't be hidden."),
        "Nothing was written for this picture. Give -Label with the labels that have boxes, or hide the whole picture by other means.");

    /// <summary>A font can't be used.</summary>
    /// <param name="path">The file or folder.</param>
    public static CustomLabelsError FontInvalid(string path) => new(
        ErrorId.RequestInvalid,
        $"-FontPath is '{VisibleText.Of(path)}', and there is no font.",
        "Give a file of TrueType or OpenType (.ttf, .otf, .ttc), or a folder of them.") { Scope = ErrorScope.Run };

    /// <summary>No truth was given where some is asked for.</summary>
    public static CustomLabelsError TruthUnsupported(string type) => new(
        ErrorId.RequestInvalid,
        $"-GroundTruth has a {VisibleText.Of(type)}, and takes annotations or the path of a file that Import-RKAnnotation reads.",
        "Give what Import-RKAnnotation gives, or a path.") { Scope = ErrorScope.Run };
}
