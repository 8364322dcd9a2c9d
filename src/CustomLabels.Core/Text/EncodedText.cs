using System;
using System.Globalization;
using System.Text;

namespace CustomLabels.Text;

/// <summary>Text as URLs and the events of Amazon S3 hold it: <c>%XX</c> for the bytes of UTF-8, and <c>+</c> for a space.</summary>
/// <remarks>Amazon S3 User Guide, "Event message structure": the key is URL-encoded, a space as a plus sign.</remarks>
internal static class EncodedText
{
    // Throws on bytes that are no UTF-8: they were not encoded from a key.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text behind it; null where nothing in it is encoded, or where it can't be an encoded text.</summary>
    /// <param name="text">Any text.</param>
    public static string? Decode(string text)
    {
        if (text.IndexOf('+') < 0 && text.IndexOf('%') < 0) return null;
        try
        {
            var bytes = Utf8.GetBytes(text.Replace('+', ' '));
            var length = 0;
            for (var i = 0; i < bytes.Length; i++) bytes[length++] = bytes[i] == (byte)'%' ? Octet(bytes, ref i) : bytes[i];
            return Utf8.GetString(bytes, 0, length);
        }
        catch (Exception e) when (e is FormatException or DecoderFallbackException or EncoderFallbackException)
        {
            return null;
        }
    }

    private static byte Octet(byte[] bytes, ref int at)
    {
        at += 2;
        if (at >= bytes.Length) throw new FormatException("Two hexadecimal digits follow a percent sign.");
        return (byte)(Digit(bytes[at - 1]) * 16 + Digit(bytes[at]));
    }

    private static int Digit(byte character) => (char)character switch
    {
        >= '0' and <= '9' and var c => c - '0',
        >= 'A' and <= 'F' and var c => c - 'A' + 10,
        >= 'a' and <= 'f' and var c => c - 'a' + 10,
        var c => throw new FormatException(string.Format(CultureInfo.InvariantCulture, "'{0}' is no hexadecimal digit.", c)),
    };
}
