using CustomLabels.Images;

namespace CustomLabels;

/// <summary>Errors about text that is given as an image's path but is not a path: each says what the text is, and how to give the image.</summary>
/// <remarks>Texts come in cut to what may be shown.</remarks>
internal static class ReferenceErrors
{
    public static CustomLabelsError Url(string url, string scheme, string? s3Uri) => s3Uri is not null
        ? New($"{Quoted(url)} is the web address of an S3 object, and an s3:// URI is needed.", $"Give '{VisibleText.Of(s3Uri)}': the service reads the object itself.")
        : New(
            $"{Quoted(url)} is a web address ({VisibleText.Of(scheme)}:), and the path of a file or an S3 object is needed. Nothing was fetched.",
            "Download the image first (Invoke-WebRequest -OutFile) and give the file's path; or put it into S3 and give s3://bucket/key.");

    public static CustomLabelsError Data(string shown) => New(
        $"{Quoted(shown)} is a data: URI, which holds the image itself, and a path is needed.",
        "Give its bytes: -ImageBytes ([Convert]::FromBase64String($text.Substring($text.IndexOf(',') + 1))).");

    public static CustomLabelsError Base64(string shown) => New(
        $"{Quoted(shown)} looks like base64 text, which holds the image itself, and a path is needed.",
        "Give its bytes: -ImageBytes ([Convert]::FromBase64String($text)).");

    public static CustomLabelsError FileUri(string text) => New(
        $"{Quoted(text)} is not a file: URI with a full path.",
        "Give the path alone, as -LiteralPath; or a URI such as file:///folder/name.jpg.");

    public static CustomLabelsError FileOfAnotherMachine(string text, string host) => New(
        $"{Quoted(text)} names a file on the machine '{VisibleText.Of(host)}'.",
        "Give a path on this machine: mount the other one's folder first, or copy the file.");

    public static CustomLabelsError TooLong(string text) => New(
        $"{Quoted(text)} has {ImageLimits.Count(text.Length)} characters, more than the path of any file.",
        "Give the path of one file; an image in memory is given as -ImageBytes or -ImageStream.");

    private static CustomLabelsError New(string message, string action) => new(ErrorId.ImageUnreadable, message, action);

    private static string Quoted(string text) => $"'{VisibleText.Of(text)}'";
}
