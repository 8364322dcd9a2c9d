using System;
using System.Text;
using System.Text.RegularExpressions;

namespace CustomLabels.Pictures.Metadata;

/// <summary>Changes an XMP packet: ISO 16684-1.</summary>
internal static class XmpEditor
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // As an attribute, or as an element.
    private static readonly Regex Orientation = new("""(?<before>tiff:Orientation\s*(=\s*["']|>)\s*)[2-8]""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>The packet of a copy: with orientation 1.</summary>
    /// <param name="xmp">The source's.</param>
    /// <returns>Null for one that has previews in it, or is no text.</returns>
    public static byte[]? OfCopy(byte[] xmp)
    {
        try
        {
            var text = Utf8.GetString(xmp);
            return text.Contains("xmpGImg:") ? null : Utf8.GetBytes(Orientation.Replace(text, "${before}1"));
        }
        catch (Exception e) when (e is ArgumentException or RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
