using System;

namespace CustomLabels.Pictures;

/// <summary>How large lines and letters are on a picture, in its pixels: they look the same on a small picture and a large one.</summary>
/// <param name="FontSize">Of the letters.</param>
/// <param name="LineWidth">Of a box's line, without its casing.</param>
internal sealed record DrawingSizes(float FontSize, float LineWidth)
{
    private const float SmallestFont = 11;

    /// <summary>Of the white and the black line together, on each side of a box's own.</summary>
    public float Casing => Math.Max(2, LineWidth / 2);

    /// <summary>Between a tag's letters and its edge.</summary>
    public float Padding => Math.Max(2, FontSize / 4);

    /// <summary>The sizes for a picture.</summary>
    /// <param name="width">Its width in pixels.</param>
    /// <param name="height">Its height in pixels.</param>
    /// <param name="fontSize">What the user asks for; null for a size that suits the picture.</param>
    /// <param name="lineWidth">What the user asks for; null for a width that suits the picture.</param>
    public static DrawingSizes Of(int width, int height, double? fontSize, double? lineWidth)
    {
        var side = (float)Math.Sqrt((double)width * height);
        return new DrawingSizes((float)(fontSize ?? Math.Max(SmallestFont, side / 40)), (float)(lineWidth ?? Math.Max(3, side / 220)));
    }
}
