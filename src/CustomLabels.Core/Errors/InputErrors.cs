namespace CustomLabels;

/// <summary>Errors of how images were handed over.</summary>
internal static class InputErrors
{
    /// <summary>There is no image.</summary>
    public static CustomLabelsError ImageMissing() => new(
        ErrorId.ImageMissing,
        "No image was given.",
        "Give -Path, -LiteralPath, -Bucket and -Key, -ImageBytes or -ImageStream, or pipe files or S3 objects in.") { Scope = ErrorScope.Run };

    /// <summary>An object in the pipeline is null.</summary>
    public static CustomLabelsError ImageNull() => new(
        ErrorId.ImageMissing,
        "A null came through the pipeline where an image is needed.",
        "Check the variable or property that it came from.");

    /// <summary>There is no result to print.</summary>
    public static CustomLabelsError ResultMissing() => new(
        ErrorId.RequestInvalid,
        "No result was given.",
        "Pipe in what Invoke-RKCustomLabelDetection gives, or give it as -InputObject.") { Scope = ErrorScope.Run };

    /// <summary>A byte array was piped without being wrapped.</summary>
    public static CustomLabelsError BytesUnrolled() => new(
        ErrorId.BytesUnrolled,
        "One byte arrived where an image is needed: PowerShell's pipeline takes an array apart.",
        "Pipe the array as one object, with a comma before it: ,$bytes | Invoke-RKCustomLabelDetection. Or give it as -ImageBytes $bytes.") { Scope = ErrorScope.Run };

    /// <summary>A path is empty or blank.</summary>
    public static CustomLabelsError PathEmpty() => new(
        ErrorId.ImageNotFound,
        "A path is empty; the path of a PNG or JPEG file is needed.",
        "Check the row or variable that the path came from.");

    /// <summary>A parameter's path names no file.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="path">The path.</param>
    /// <param name="reason">Why, as a sentence.</param>
    public static CustomLabelsError PathUnusable(string parameter, string path, string reason) => new(
        ErrorId.RequestInvalid,
        $"-{parameter} is '{VisibleText.Of(path)}' and has to be the path of a file. {Sentence.Of(reason)}",
        "Check the path: a drive of the file system, or a path relative to the present location.") { Scope = ErrorScope.Run };

    /// <summary>An S3 object lacks its bucket or its key.</summary>
    /// <param name="bucket">The bucket given.</param>
    /// <param name="key">The key given.</param>
    public static CustomLabelsError S3Incomplete(string? bucket, string? key) => new(
        ErrorId.S3UriInvalid,
        $"An S3 object needs a bucket and a key; the bucket is '{VisibleText.Of(bucket)}' and the key is '{VisibleText.Of(key)}'.",
        "Give both -Bucket and -Key, pipe objects that have both, or give s3://bucket/key.");

    /// <summary>An object came through the pipeline that has the property, and no path in it.</summary>
    public static CustomLabelsError PathAbsent() => new(
        ErrorId.ImageMissing,
        "The object that came through the pipeline has no path: its LiteralPath is empty, as that of an object in S3 is.",
        "Pipe files in. An object in S3 can be asked about, and not tested here.");

    /// <summary>A change should be confirmed, and nobody can be asked.</summary>
    /// <param name="target">What would be changed.</param>
    /// <param name="action">What would be done to it.</param>
    public static CustomLabelsError ConfirmationNeeded(string target, string action) => new(
        ErrorId.ConfirmationNeeded,
        $"'{VisibleText.Of(target)}': {Sentence.Of(action)} That should be confirmed, and nobody can be asked here.",
        "Nothing was changed. Give -Confirm:$false where it is meant, or run it where somebody can answer.") { Scope = ErrorScope.Run };

    /// <summary>A threshold of a label is no number of 0 to 100.</summary>
    /// <param name="label">The label.</param>
    /// <param name="value">What was given.</param>
    public static CustomLabelsError LabelConfidenceInvalid(string label, string value) => new(
        ErrorId.RequestInvalid,
        $"-LabelConfidence has '{VisibleText.Of(value)}' for '{VisibleText.Of(label)}', and needs a number from 0 to 100.",
        "Correct it: -LabelConfidence @{ scratch = 71; '*' = 60 }. Thresholds of Measure-RKDetection go in as they are.") { Scope = ErrorScope.Run };

    /// <summary>Nothing says which threshold labels have that aren't named.</summary>
    public static CustomLabelsError OtherLabelsMissing() => new(
        ErrorId.RequestInvalid,
        "-LabelConfidence doesn't say what holds for labels that it doesn't name, and there is no -MinConfidence.",
        "Add '*' to it, as in @{ scratch = 71; '*' = 60 }, or give -MinConfidence.") { Scope = ErrorScope.Run };

    /// <summary>There is no file of annotations.</summary>
    public static CustomLabelsError AnnotationMissing() => new(
        ErrorId.RequestInvalid,
        "No file of annotations was given.",
        "Give -Path or -LiteralPath, or pipe files in.") { Scope = ErrorScope.Run };

    /// <summary>There is no manifest.</summary>
    public static CustomLabelsError ManifestMissing() => new(
        ErrorId.RequestInvalid,
        "No manifest was given.",
        "Give -Path or -LiteralPath, or pipe files in.") { Scope = ErrorScope.Run };

    /// <summary>There is no format to write.</summary>
    /// <param name="allowed">The formats that can be written.</param>
    public static CustomLabelsError FormatMissing(string allowed) => new(
        ErrorId.RequestInvalid,
        "No format was given.",
        $"Give -Format. Allowed: {allowed}.") { Scope = ErrorScope.Run };

    /// <summary>There is no place to write to.</summary>
    public static CustomLabelsError OutputMissing() => new(
        ErrorId.RequestInvalid,
        "No place for the output was given.",
        "Give -Path: a file, or the folder of a format that has several files.") { Scope = ErrorScope.Run };

    /// <summary>A label's new name can't be one.</summary>
    /// <param name="label">The old name.</param>
    public static CustomLabelsError LabelMapInvalid(string label) => new(
        ErrorId.RequestInvalid,
        $"-LabelMap has no new name for '{VisibleText.Of(label)}': it is empty or no text.",
        "Give a hashtable of names, such as @{ scratched = 'scratch' }.") { Scope = ErrorScope.Run };
}
