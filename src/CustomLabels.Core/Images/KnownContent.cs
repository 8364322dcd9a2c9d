using System;
using System.Linq;

namespace CustomLabels.Images;

/// <summary>Kinds of content that are told by fixed bytes at a fixed place.</summary>
internal static class KnownContent
{
    private const string Tiff = "a TIFF image";
    private const string Jpeg2000 = "a JPEG 2000 image";
    private const string JpegXl = "a JPEG XL image";
    private const string Eps = "an EPS image";
    private const string Raw = "a camera's raw image";
    private const string Icon = "an ICO image";
    private const string Mpeg = "a video (MPEG)";
    private const string Damaged = "an image that was damaged by being copied as text";

    // One char is one byte. Of several that begin alike the longer comes first.
    private static readonly (int At, string Bytes, string Name)[] All =
    [
        (0, "GIF8", "a GIF image"),
        (0, "II*\0", Tiff), (0, "MM\0*", Tiff), (0, "II+\0", Tiff), (0, "MM\0+", Tiff),
        (8, "WEBPVP8", "a WebP image"),
        (0, "\u00FF\u004F\u00FF\u0051", Jpeg2000), (0, "\0\0\0\u000CjP  \r\n\u0087\n", Jpeg2000),
        (0, "\u00FF\n", JpegXl), (0, "\0\0\0\u000CJXL \r\n\u0087\n", JpegXl),
        (0, "II\u00BC", "a JPEG XR image"),
        (12, "CgBI", "an image of Xcode (CgBI, a variant of PNG outside the standard)"),
        (0, "\0\0\u0001\0", Icon), (0, "\0\0\u0002\0", Icon), (0, "icns", "an icon of macOS"),
        (0, "8BPS", "a Photoshop document"), (0, "gimp xcf", "a GIMP document"),
        (0, "\u00C5\u00D0\u00D3\u00C6", Eps), (0, "%!PS-Adobe-3.0 EPSF", Eps), (0, "%!PS-Adobe-3.1 EPSF", Eps), (0, "%!PS-Adobe-2.0 EPSF", Eps), (0, "%!PS", "a PostScript document"),
        (0, "\u0076\u002F\u0031\u0001", "an OpenEXR image"), (0, "#?RADIANCE", "a Radiance HDR image"), (0, "DDS ", "a DDS image"), (0, "qoif", "a QOI image"), (0, "BPG\u00FB", "a BPG image"),
        (0, "\u008AMNG", "an MNG image"), (0, "\u008BJNG", "a JNG image"), (0, "\u000A\u0005\u0001\u0008", "a PCX image"),
        (0, "\u00D7\u00CD\u00C6\u009A", "a Windows metafile"), (40, " EMF", "a Windows metafile"),
        (128, "DICM", "a DICOM image"), (0, "SIMPLE  =", "a FITS image"),
        (0, "FUJIFILMCCD-RAW", Raw), (0, "IIRO", Raw), (0, "IIRS", Raw), (0, "IIU\0", Raw), (0, "FOVb", Raw),
        (8, "AVI LIST", "a video (AVI)"), (8, "WAVEfmt", "sound (WAV)"), (0, "\u001A\u0045\u00DF\u00A3", "a video (Matroska or WebM)"),
        (0, "\0\0\u0001\u00BA", Mpeg), (0, "\0\0\u0001\u00B3", Mpeg), (0, "FLV\u0001", "a video (Flash)"), (0, "\u0030\u0026\u00B2\u0075\u008E\u0066", "a video (Windows Media)"),
        (0, "OggS", "sound or video (Ogg)"), (0, "ID3", "sound (MP3)"),
        (0, "%PDF-", "a PDF document"), (0, "{\\rtf", "an RTF document"), (0, "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", "an office document"),
        (0, "PK\u0003\u0004", "a zip archive or an office document"), (0, "\u001F\u008B\u0008", "a gzip archive"), (0, "7z\u00BC\u00AF", "a 7z archive"), (0, "Rar!\u001A\u0007", "a RAR archive"),
        (0, "\0\u0005\u0016\u0007", "metadata of macOS (the image itself is the file whose name has no '._')"),
        (0, "\u007FELF", "a program"), (0, "SQLite format 3\0", "a database"),
        (0, "\u0089PNG\n", Damaged), (0, "\u0089PNG\r\r", Damaged), (0, "\u00EF\u00BF\u00BDPNG", Damaged), (0, "\u00EF\u00BF\u00BD\u00EF\u00BF\u00BD\u00EF\u00BF\u00BD", Damaged),
    ];

    /// <summary>The name of the content, for people; null where none of the kinds has these bytes.</summary>
    /// <param name="head">The content's first bytes.</param>
    public static string? NameOf(byte[] head) => All.FirstOrDefault(one => IsAt(head, one.At, one.Bytes)).Name;

    private static bool IsAt(byte[] head, int at, string bytes)
    {
        if (head.Length < at + bytes.Length) return false;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (head[at + i] != bytes[i]) return false;
        }

        return true;
    }
}
