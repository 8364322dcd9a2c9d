namespace CustomLabels.Pictures;

/// <summary>A small picture.</summary>
/// <param name="Jpeg">Its bytes, a JPEG.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Height">Its height in pixels.</param>
internal sealed record Thumbnail(byte[] Jpeg, int Width, int Height);
