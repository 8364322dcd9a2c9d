using System;
using System.Globalization;
using CustomLabels.Images;

namespace CustomLabels.Imaging.Decoding;

/// <summary>Why a picture can't be decoded. Each is about that picture alone.</summary>
internal static class DecodingErrors
{
    /// <summary>The header tells no size, or forbids that there are pixels.</summary>
    /// <param name="name">The file's path, or the image's name.</param>
    /// <param name="header">The header.</param>
    public static CustomLabelsError NoPixels(string name, ImageHeader header) => Damaged(name, header, header.Defect is { } defect ? $"it is one {defect}" : "its header doesn't say its size");

    /// <summary>No decoder makes pixels of the content.</summary>
    /// <param name="name">The file's path, or the image's name.</param>
    /// <param name="header">The header.</param>
    /// <param name="reason">Why, as words that follow a colon.</param>
    public static CustomLabelsError Damaged(string name, ImageHeader header, string reason) => new(
        ErrorId.ImageUnreadable,
        $"'{VisibleText.Of(name)}' is a {Format(header)} that can't be decoded: {VisibleText.Of(reason)}.",
        "Open it in an image editor and save it anew, or copy or download it again.");

    /// <summary>The content ends before the first pixel.</summary>
    /// <param name="name">The file's path, or the image's name.</param>
    /// <param name="header">The header.</param>
    public static CustomLabelsError NothingDecoded(string name, ImageHeader header) => new(
        ErrorId.ImageTruncated,
        $"'{VisibleText.Of(name)}' is a {Format(header)} that ends before its first pixels.",
        "Copy or download the image again; what is here is only its beginning.");

    /// <summary>There are more pixels than are decoded.</summary>
    /// <param name="name">The file's path, or the image's name.</param>
    /// <param name="header">The header.</param>
    /// <param name="most">Most pixels.</param>
    public static CustomLabelsError TooManyPixels(string name, ImageHeader header, long most) => new(
        ErrorId.ImageTooLarge,
        $"'{VisibleText.Of(name)}' has {header.Width} x {header.Height} pixels by its header; pictures of at most {most.ToString("N0", CultureInfo.InvariantCulture)} pixels are decoded.",
        "Scale it with another program, or cut it into parts. A small file of that many pixels may have been made to use up memory.");

    /// <summary>To decode it takes more memory than pictures may use.</summary>
    /// <param name="name">The file's path, or the image's name.</param>
    /// <param name="header">The header.</param>
    /// <param name="needed">The bytes that it takes.</param>
    /// <param name="most">The bytes that there are.</param>
    public static CustomLabelsError TooMuchMemory(string name, ImageHeader header, long needed, long most) => new(
        ErrorId.ImageTooLarge,
        $"'{VisibleText.Of(name)}' has {header.Width} x {header.Height} pixels, which take {Megabytes(needed)} MB of memory to decode; pictures may use {Megabytes(most)} MB here, half of what the process may use.",
        "Scale it with another program, or run this on a machine with more memory.");

    /// <summary>A JPEG's pixels are told in more passes than are followed.</summary>
    /// <param name="name">The file's path, or the image's name.</param>
    /// <param name="most">Most scans.</param>
    public static CustomLabelsError TooManyScans(string name, int most) => new(
        ErrorId.ImageUnreadable,
        $"'{VisibleText.Of(name)}' is a JPEG image with more than {most} scans; a progressive one has about ten. It isn't decoded: each scan is a pass over all of its pixels.",
        "Open it in an image editor and save it anew. Such a file may have been made to use up time.");

    private static string Format(ImageHeader header) => header.Format == ImageFormat.Png ? "PNG image" : "JPEG image";

    private static string Megabytes(long bytes) => Math.Ceiling(bytes / 1e6).ToString("N0", CultureInfo.InvariantCulture);
}
