namespace CustomLabels.Pictures;

/// <summary>How pictures are written.</summary>
/// <param name="Format">The format.</param>
/// <param name="Quality">Of a JPEG: 1 to 100.</param>
/// <param name="MaxDimension">Most pixels of the longer side; null for as many as there are.</param>
/// <param name="KeepsMetadata">Whether what the file says of itself is kept.</param>
internal sealed record PictureEncoding(PictureFormat Format, int Quality, int? MaxDimension, bool KeepsMetadata);
