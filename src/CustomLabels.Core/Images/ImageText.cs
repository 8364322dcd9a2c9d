using System;
using System.Text.RegularExpressions;

namespace CustomLabels.Images;

/// <summary>Text that is given as the path of an image and is something else: a web address, a data URI, the image itself as base64.</summary>
internal static class ImageText
{
    // Longer than a path of Linux (PATH_MAX), and more than it takes to tell base64 by its letters.
    private const int Sample = 4096;

    // The shortest header of an image has more bytes.
    private const int FewestLetters = 40;

    // Of an image as text, a line is shown.
    private const int MostShown = 80;

    // RFC 3986; one letter is a drive of Windows, and :: follows the name of a provider of PowerShell.
    private static readonly Regex SchemeForm = new(
        @"\A(?<scheme>[A-Za-z][A-Za-z0-9+.-]+):(?!:)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static readonly Regex Base64 = new(@"\A[A-Za-z0-9+/\r\n]*={0,2}\s*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>What a text begins with as a URI does, in lower case; null for a path. The drives of PowerShell look the same: ask for one of that name first.</summary>
    /// <param name="text">A path or a URI.</param>
    public static string? SchemeOf(string text)
    {
        var match = SchemeForm.Match(text ?? "");
        return match.Success ? match.Groups["scheme"].Value.ToLowerInvariant() : null;
    }

    /// <summary>Why a URI is not a path; null where it may be one.</summary>
    /// <param name="text">The URI.</param>
    /// <param name="scheme">What it begins with: see <see cref="SchemeOf"/>.</param>
    public static CustomLabelsError? UriError(string text, string scheme)
    {
        if (scheme == "data") return ReferenceErrors.Data(Shown(text));
        if (text.IndexOf("://", StringComparison.Ordinal) != scheme.Length) return null;
        if (scheme == "fileb") return ReferenceErrors.FileUri(text);
        var url = scheme is "http" or "https" && Uri.TryCreate(text, UriKind.Absolute, out var web) ? web : null;
        return ReferenceErrors.Url(NameOf(text), scheme, url is null ? null : S3Url.ObjectOf(url));
    }

    /// <summary>Why a text can't be a path, whatever is on the disk; null where it may be one.</summary>
    /// <param name="text">The text.</param>
    public static CustomLabelsError? LengthError(string text) =>
        text.Length > Sample && IsBase64(text) ? ReferenceErrors.Base64(Shown(text)) : text.Length > FilePath.MaxLength ? ReferenceErrors.TooLong(text) : null;

    /// <summary>Why a text that names no file is not a path: it is a PNG or JPEG image as base64. Null for any other text.</summary>
    /// <param name="text">The text. Base64 of JPEG begins with a slash, as paths do.</param>
    public static CustomLabelsError? ImageError(string text) =>
        text.Length >= FewestLetters && (text.StartsWith("/9j/", StringComparison.Ordinal) || text.StartsWith("iVBORw0KGgo", StringComparison.Ordinal)) && IsBase64(text)
            ? ReferenceErrors.Base64(Shown(text))
            : null;

    /// <summary>What people call an image that is named by such a text. Of a web address without what follows the path: it may be a signature that opens it to everybody.</summary>
    /// <param name="text">The text.</param>
    public static string NameOf(string text)
    {
        // A key may hold anything, and there is no secret in it.
        if (S3Uri.IsS3Uri(text) || SchemeOf(text) is not { } scheme || !text.AsSpan(scheme.Length).StartsWith("://".AsSpan(), StringComparison.Ordinal)) return VisibleText.Cut(text);
        var end = text.IndexOfAny(['?', '#']);
        var shown = end < 0 ? text : text.Substring(0, end) + "?…";
        var authority = scheme.Length + 3;
        var slash = shown.IndexOf('/', authority);
        var at = shown.LastIndexOf('@', (slash < 0 ? shown.Length : slash) - 1);
        return VisibleText.Cut(at < authority ? shown : shown.Substring(0, authority) + shown.Substring(at + 1));
    }

    private static bool IsBase64(string text) => Base64.IsMatch(text.Length <= Sample ? text : text.Substring(0, Sample));

    private static string Shown(string text) => VisibleText.Cut(text, MostShown);
}
