using System;
using CustomLabels.Images;
using CustomLabels.Imaging.Decoding;
using CustomLabels.Pictures;

namespace CustomLabels.Imaging.Matching;

/// <summary>Makes fingerprints of pictures that it decodes.</summary>
internal sealed class PictureFingerprinter : IPictureFingerprinter
{
    // Of the longer side: many more than cells, and few enough that a large JPEG is decoded at an eighth of its size.
    private const int LeastPixels = 512;

    private const int Eighths = 8;
    private const int MostEighths = 4;

    /// <inheritdoc/>
    public PictureFingerprint Take(LocalImage image)
    {
        using var picture = PictureDecoder.Decode(image, DecodedSide(ImageInspector.Look(image).Header));
        var bitmap = picture.Bitmap;
        var (width, height) = picture.Header.DisplayedSize(applyOrientation: true);
        var pixels = bitmap.GetPixelSpan();
        var grid = new CellGrid(bitmap.Width, bitmap.Height);
        for (var y = 0; y < bitmap.Height; y++) grid.AddRow(y, pixels.Slice(y * bitmap.RowBytes, bitmap.Width * 4));
        return new PictureFingerprint(grid.Means(), width ?? bitmap.Width, height ?? bitmap.Height);
    }

    // What a decoder scales to n eighths takes no resampling, which moves edges by a part of a pixel, another in each copy: the means over the cells are exact.
    private static int? DecodedSide(ImageHeader header)
    {
        if (header is not { Format: ImageFormat.Jpeg, Width: { } width, Height: { } height }) return null;
        var longer = Math.Max(width, height);
        var eighths = Math.Max(1, (int)Math.Ceiling((double)LeastPixels * Eighths / longer));
        return eighths > MostEighths ? null : (int)Math.Ceiling((double)longer * eighths / Eighths);
    }
}
