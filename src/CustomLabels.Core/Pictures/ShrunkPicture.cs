namespace CustomLabels.Pictures;

/// <summary>A picture that was made to fit. It is upright: its EXIF orientation is applied and gone.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Format">PNG or JPEG.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Quality">Of a JPEG, 1 to 100; null for a PNG.</param>
/// <param name="EncodeCount">How many times it was encoded as a whole until it fitted.</param>
internal sealed record ShrunkPicture(byte[] Bytes, ImageFormat Format, int Width, int Height, int? Quality, int EncodeCount);
