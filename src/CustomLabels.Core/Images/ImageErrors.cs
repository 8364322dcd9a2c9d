using System;
using System.IO;
using System.Linq;
using CustomLabels.Images;

namespace CustomLabels;

/// <summary>What can be wrong with an image before it is sent. Each ends that image only.</summary>
/// <remarks>Names and reasons come from outside: they are made visible before they become a message.</remarks>
internal static class ImageErrors
{
    // ERROR_INVALID_NAME and ERROR_BAD_PATHNAME of Windows (winerror.h) as .NET wraps them: a name with * or ?, among others.
    private const int InvalidName = unchecked((int)0x8007007B);
    private const int BadPathName = unchecked((int)0x800700A1);

    // Of Windows' file systems, in UTF-16 units (Microsoft Learn, "Maximum Path Length Limitation").
    private const int LongestName = 255;

    /// <summary>The error for an exception met while opening a file.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="exception">What the operating system said.</param>
    public static CustomLabelsError FromOpening(string path, Exception exception)
    {
        if (exception is null) throw new ArgumentNullException(nameof(exception));
        if (IsNotThere(path, exception)) return NotFound(path);
        return Unreadable(path, IsInvalidName(exception) ? "A part of it is longer than a name can be." : exception.Message);
    }

    /// <summary>Whether an exception met while opening a file says that there is no such file, or that no file can have that name.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="exception">What the operating system said.</param>
    internal static bool IsNotThere(string path, Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => true,
        // A name that is too long is the same error to Windows, and elsewhere one of its own.
        IOException when IsInvalidName(exception) => !Array.Exists(path.Split('\\', '/'), name => name.Length > LongestName),
        // .NET Framework looks at the name before Windows does. A NUL is a damaged path on every system.
        ArgumentException => path.IndexOf('\0') < 0,
        _ => false,
    };

    /// <summary>The path names nothing.</summary>
    /// <param name="path">The file's path.</param>
    public static CustomLabelsError NotFound(string path) => new(
        ErrorId.ImageNotFound,
        $"There is no file {Quoted(path)}.",
        "Check the path. Where a name holds wildcard characters such as [ and ], give it as -LiteralPath.");

    /// <summary>A path with wildcards names nothing.</summary>
    /// <param name="pattern">The path.</param>
    public static CustomLabelsError NothingMatches(string pattern) => new(
        ErrorId.ImageNotFound,
        $"No file has the name {Quoted(pattern)} or matches it.",
        "Check the folder and the pattern. A name that holds wildcard characters such as [ and ] can be given as -LiteralPath.");

    /// <summary>A path with wildcards that is neither a valid pattern nor the name of a file.</summary>
    /// <param name="pattern">The path.</param>
    public static CustomLabelsError PatternInvalid(string pattern) => new(
        ErrorId.ImageNotFound,
        $"There is no file {Quoted(pattern)}, and as a pattern with wildcards it is broken: a [ needs its ].",
        "Give a name that holds wildcard characters such as [ as -LiteralPath; in a pattern, write `[ for the character itself.");

    /// <summary>An S3 object where only local images can be read.</summary>
    /// <param name="uri">The object.</param>
    public static CustomLabelsError NotLocal(string uri) => new(
        ErrorId.ImageUnreadable,
        $"{Quoted(uri)} is an S3 object, and only files, bytes and streams can be tested: nothing is fetched.",
        "Download the object and test the file. Invoke-RKCustomLabelDetection takes S3 objects as they are.");

    /// <summary>The operating system, or the caller's stream, refused.</summary>
    /// <param name="name">The file's path, or the image's name.</param>
    /// <param name="reason">Why, as it was told.</param>
    public static CustomLabelsError Unreadable(string name, string reason) => new(
        ErrorId.ImageUnreadable,
        $"{Quoted(name)} can't be read: {Sentence.Of(reason)}",
        "Check that the image may be read by this account and isn't locked by another program, then send it again.");

    /// <summary>The file is not the one that was first looked at.</summary>
    /// <param name="name">The file's path, or the image's name.</param>
    public static CustomLabelsError Changed(string name) => new(
        ErrorId.ImageUnreadable,
        $"{Quoted(name)} was changed while it was being sent.",
        "Send images when whatever writes them has finished, for example by moving finished ones into the folder that is read.");

    /// <summary>The path names a pipe, a device or a socket.</summary>
    /// <param name="path">The path.</param>
    public static CustomLabelsError NotRegular(string path) => new(
        ErrorId.ImageUnreadable,
        $"{Quoted(path)} is a pipe, a device or a socket, and a path must name a file.",
        "Save the image as a file, or give an open stream as -ImageStream.");

    /// <summary>The path names a folder.</summary>
    /// <param name="path">The path.</param>
    public static CustomLabelsError IsFolder(string path) => new(
        ErrorId.ImageIsFolder,
        $"{Quoted(path)} is a folder, and an image file is needed.",
        "Name the files in it: Get-ChildItem -File in that folder, or a path with a wildcard such as *.jpg.");

    /// <summary>The image has no bytes.</summary>
    /// <param name="name">The file's path, or the image's name.</param>
    public static CustomLabelsError Empty(string name) => new(
        ErrorId.ImageEmpty,
        $"{Quoted(name)} is empty; an image has 1 to {ImageLimits.Count(ImageLimits.MaxBytes)} bytes.",
        "Copy or save the image again; an empty file is often one whose writing failed or hasn't begun.");

    /// <summary>The content is something else.</summary>
    /// <param name="name">The file's path, or the image's name.</param>
    /// <param name="found">What the content is instead.</param>
    public static CustomLabelsError Format(string name, string found) => new(
        ErrorId.ImageFormat,
        $"{Quoted(name)} is {VisibleText.Of(found)} by its content; only PNG and JPEG images are taken.",
        "Convert it to PNG or JPEG. Another name isn't enough: the content counts, not the extension.");

    /// <summary>The content ends inside the image's header.</summary>
    /// <param name="name">The file's path, or the image's name.</param>
    /// <param name="format">What it began as.</param>
    /// <param name="length">Its bytes.</param>
    public static CustomLabelsError Truncated(string name, ImageFormat format, long length) => new(
        ErrorId.ImageTruncated,
        $"{Quoted(name)} begins as a {(format == ImageFormat.Png ? "PNG" : "JPEG")} image and ends after {ImageLimits.Count(length)} bytes, inside its header.",
        "Copy or download the image again; what is here is only its beginning.");

    /// <summary>The image has more bytes than the API takes.</summary>
    /// <param name="name">The file's path, or the image's name.</param>
    /// <param name="length">Its bytes; null where it wasn't read to its end.</param>
    /// <param name="header">Its header; null where it wasn't looked at.</param>
    public static CustomLabelsError TooLarge(string name, long? length, ImageHeader? header = null) => new(
        ErrorId.ImageTooLarge,
        length is { } bytes
            ? $"{Quoted(name)} has {ImageLimits.Count(bytes)} bytes; the API takes at most {ImageLimits.Count(ImageLimits.MaxBytes)}."
            : $"{Quoted(name)} has more than the {ImageLimits.Count(ImageLimits.MaxBytes)} bytes that the API takes.",
        Smaller(length, header));

    /// <summary>A picture that is so long and narrow that scaling it to the pixels that are allowed makes it too narrow.</summary>
    /// <param name="name">The file's path, or the image's name.</param>
    /// <param name="width">Its width in pixels.</param>
    /// <param name="height">Its height in pixels.</param>
    public static CustomLabelsError TooNarrow(string name, int width, int height) => new(
        ErrorId.ImageTooLarge,
        FormattableString.Invariant($"{Quoted(name)} has {width} x {height} pixels: scaled to {ImageLimits.MaxPixels}, its shorter side would have fewer than {ImageLimits.MinPixels}."),
        $"Crop it to a ratio of {ImageLimits.MaxAspectRatio}:1 at most, or cut it into several images.");

    /// <summary>A picture that doesn't fit, whatever its quality and size.</summary>
    /// <param name="name">The file's path, or the image's name.</param>
    /// <param name="length">The bytes that it still had at the last attempt.</param>
    public static CustomLabelsError NotFitting(string name, long length) => new(
        ErrorId.ImageTooLarge,
        $"{Quoted(name)} could not be made to fit: at the last attempt it had {ImageLimits.Count(length)} bytes, and {ImageLimits.Count(ImageLimits.DocumentedBytesAtLeast)} are allowed.",
        "Save it with fewer pixels, and send that.");

    /// <summary>The content ends before the picture does.</summary>
    /// <param name="name">The file's path, or the image's name.</param>
    public static CustomLabelsError Incomplete(string name) => new(
        ErrorId.ImageTruncated,
        $"{Quoted(name)} ends before its last pixels: a part of the picture is missing, and what is missing could not be told from an image without labels.",
        "Copy or download the image again. To have the service decide on what there is, send it as it is: -Oversized Send.");

    /// <summary>An S3 URI that names no object.</summary>
    /// <param name="uri">The URI.</param>
    /// <param name="problem">What is wrong with it.</param>
    public static CustomLabelsError S3UriInvalid(string uri, string problem) => new(
        ErrorId.S3UriInvalid,
        $"{Quoted(uri)} is not an S3 object: {VisibleText.Of(problem)}.",
        "Write s3://bucket/key or s3://bucket/key?versionId=version, with the key as it is in S3, not percent-encoded.");

    /// <summary>How an image that is too large to be sent can be made to fit. S3 is named only where it helps: it takes more bytes, and no more pixels.</summary>
    /// <param name="length">The image's bytes; null where they are unknown.</param>
    /// <param name="header">Its header; null where it wasn't looked at.</param>
    internal static string Smaller(long? length, ImageHeader? header)
    {
        if (header is not null && ImageLimits.Check(header, length, content: null).Any(limit => limit is { Name: "Width" or "Height" or "AspectRatio", Within: LimitState.No }))
            return $"Scale or crop it to {ImageLimits.MinPixels} to {ImageLimits.MaxPixels} pixels a side, and to a ratio of {ImageLimits.MaxAspectRatio}:1 at most. S3 allows more bytes, but no more pixels.";
        return length > ImageLimits.DocumentedS3BytesAtMost
            ? "Save it with fewer pixels or as a smaller JPEG. Even in S3 only 15 MB are allowed."
            : "Save it with fewer pixels or as a smaller JPEG, or put it into S3, where 15 MB are allowed.";
    }

    private static bool IsInvalidName(Exception exception) => exception is IOException { HResult: InvalidName or BadPathName };

    private static string Quoted(string name) => $"'{VisibleText.Of(name)}'";
}
