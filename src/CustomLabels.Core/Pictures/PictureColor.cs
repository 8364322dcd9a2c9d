using System.Drawing;
using System.Globalization;
using System.Runtime.InteropServices;

namespace CustomLabels.Pictures;

/// <summary>An opaque colour in sRGB.</summary>
/// <param name="Red">0 to 255.</param>
/// <param name="Green">0 to 255.</param>
/// <param name="Blue">0 to 255.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PictureColor(byte Red, byte Green, byte Blue)
{
    // Where black and white have the same contrast: WCAG 2.2, "contrast ratio" and "relative luminance".
    private const double EqualContrast = 0.179;

    /// <summary>Black.</summary>
    public static readonly PictureColor Black = new(0, 0, 0);

    /// <summary>White.</summary>
    public static readonly PictureColor White = new(255, 255, 255);

    /// <summary>Black or white: the one that is told better from this colour.</summary>
    public PictureColor Contrast => Luminance > EqualContrast ? Black : White;

    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    /// <summary>Reads <c>#rgb</c>, <c>#rrggbb</c>, or a name of CSS, such as <c>orange</c>; null for anything else.</summary>
    public static PictureColor? TryParse(string text)
    {
        var digits = text.StartsWith("#", System.StringComparison.Ordinal) ? text.Substring(1) : "";
        if (digits.Length == 3) digits = string.Concat(digits[0], digits[0], digits[1], digits[1]) + digits[2] + digits[2];
        if (digits.Length == 6 && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)) return new((byte)(number >> 16), (byte)(number >> 8), (byte)number);
        // .NET's named colours are those of CSS, and colours of the desktop, which are none of a picture.
        var known = Color.FromName(text);
        return known is { IsKnownColor: true, IsSystemColor: false, A: 255 } ? new(known.R, known.G, known.B) : null;
    }

    /// <summary>The colour, mixed with another.</summary>
    /// <param name="other">The other.</param>
    /// <param name="share">How much of the other: 0 to 1.</param>
    public PictureColor Mix(PictureColor other, double share) => new(Mix(Red, other.Red, share), Mix(Green, other.Green, share), Mix(Blue, other.Blue, share));

    private static byte Mix(byte one, byte other, double share) => (byte)(one + ((other - one) * share));

    private static double Linear(byte value)
    {
        var ratio = value / 255.0;
        return ratio <= 0.04045 ? ratio / 12.92 : System.Math.Pow((ratio + 0.055) / 1.055, 2.4);
    }
}
