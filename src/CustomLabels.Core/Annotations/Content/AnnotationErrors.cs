using static System.FormattableString;

namespace CustomLabels.Annotations.Content;

/// <summary>What can be wrong with files of annotations: those that are read, and those that are to be written.</summary>
internal static class AnnotationErrors
{
    /// <summary>The content is not what its format asks for.</summary>
    /// <param name="file">The file.</param>
    /// <param name="line">The line, from 1; null where no one line is to blame.</param>
    /// <param name="problem">What was found and what is allowed, without a full stop.</param>
    /// <param name="code">AWS's own code for it; null where it has none.</param>
    public static CustomLabelsError Invalid(string file, long? line, string problem, string? code = null) => new(
        ErrorId.AnnotationInvalid,
        $"{Place(file, line)}: {Sentence.Of(problem)}",
        "Correct the file, or give -Format where it is of another format than its content seems to be.") { Code = code, File = file, Line = line };

    /// <summary>As <see cref="Invalid"/>, to throw.</summary>
    public static CustomLabelsException InvalidAt(string file, long? line, string problem, string? code = null) => new(Invalid(file, line, problem, code));

    /// <summary>The file can't be read.</summary>
    /// <param name="file">The file.</param>
    /// <param name="reason">Why, as a sentence.</param>
    public static CustomLabelsError Unreadable(string file, string reason) => new(
        ErrorId.AnnotationUnreadable,
        $"'{VisibleText.Of(file)}' can't be read: {Sentence.Of(reason)}",
        "Check the path, and that this account may read the file.") { File = file };

    /// <summary>Nothing in the content tells which format it is.</summary>
    /// <param name="file">The file or folder.</param>
    /// <param name="allowed">The formats there are.</param>
    public static CustomLabelsError FormatUnknown(string file, string allowed) => new(
        ErrorId.AnnotationFormatUnknown,
        $"'{VisibleText.Of(file)}' is in none of the formats that are known by their content.",
        $"Give -Format. Allowed: {allowed}.") { File = file };

    /// <summary>A format is read only, or has no writer.</summary>
    /// <param name="format">The format.</param>
    /// <param name="allowed">The formats that can be written.</param>
    public static CustomLabelsError NotWritten(string format, string allowed) => new(
        ErrorId.RequestInvalid,
        $"{format} can be read and not written.",
        $"Give another -Format. Allowed: {allowed}.") { Scope = ErrorScope.Run };

    /// <summary>A COCO results file came without the file that has its images.</summary>
    /// <param name="file">The results.</param>
    public static CustomLabelsError ImagesFromMissing(string file) => new(
        ErrorId.RequestInvalid,
        $"'{VisibleText.Of(file)}' is a COCO results file: it has the ids of images and categories, and no names.",
        "Give -ImagesFrom, the COCO instances file that these results are of.") { File = file };

    /// <summary>There is something where the output goes.</summary>
    /// <param name="path">The file.</param>
    public static CustomLabelsError OutputExists(string path) => new(
        ErrorId.OutputExists,
        $"'{VisibleText.Of(path)}' is there already.",
        "Nothing was written. Give another -Path, or -Force to replace it.") { Scope = ErrorScope.Run, File = path };

    /// <summary>The output can't be written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="reason">Why, as a sentence.</param>
    public static CustomLabelsError WriteFailed(string path, string reason) => new(
        ErrorId.OutputWriteFailed,
        $"'{VisibleText.Of(path)}' can't be written: {Sentence.Of(reason)}",
        "Check the path, that this account may write there, and that there is room.") { Scope = ErrorScope.Run, File = path };

    /// <summary>Two images would get one file, or one name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="first">The one image.</param>
    /// <param name="second">The other.</param>
    public static CustomLabelsError Conflict(string name, string first, string second) => new(
        ErrorId.OutputConflict,
        $"'{VisibleText.Of(first)}' and '{VisibleText.Of(second)}' would both be '{VisibleText.Of(name)}'.",
        "Nothing was written. Give an -ImageRoot that both are below, rename one of them, or export them apart.") { Scope = ErrorScope.Run };

    /// <summary>Something would be lost, and must not be.</summary>
    /// <param name="change">The first loss.</param>
    /// <param name="count">How many there are.</param>
    public static CustomLabelsError Lossy(string change, long count) => new(
        ErrorId.ConversionLossy,
        Invariant($"The format can't hold everything: {count} of it would be changed or lost. The first: {change}"),
        "Nothing was written. Leave out -Strict, or choose another -Format.") { Scope = ErrorScope.Run };

    /// <summary>A name can't be written in a format.</summary>
    /// <param name="name">The name.</param>
    /// <param name="reason">Why, as a sentence.</param>
    public static CustomLabelsError NameUnusable(string name, string reason) => new(
        ErrorId.RequestInvalid,
        $"The name '{VisibleText.Of(name)}' can't be written: {Sentence.Of(reason)}",
        "Nothing was written. Rename the image, rename the label with -LabelMap, or choose another -Format.") { Scope = ErrorScope.Run };

    private static string Place(string file, long? line) => line is null ? VisibleText.Of(file) : Invariant($"{VisibleText.Of(file)}, line {line}");
}
