using System;
using CustomLabels.Images;
using CustomLabels.Imaging.Decoding;
using CustomLabels.Pictures;

namespace CustomLabels.Imaging.Matching;

/// <summary>Makes fingerprints of pictures that it decodes.</summary>
internal sealed class PictureFingerprinter : IPictureFingerprinter
{
    // Of the longer side: below it the decoder's own scaling smears edges over a part of a cell that counts.
    private const int LeastPixels = 2000;

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

    // What a decoder scales to a half or a quarter takes no resampling, which moves edges by a part of a pixel, another in each copy: the means over the cells are exact.
    private static int? DecodedSide(ImageHeader header)
    {
        if (header is not { Format: ImageFormat.Jpeg, Width: { } width, Height: { } height }) return null;
        var longer = Math.Max(width, height);
        foreach (var divisor in new[] { 8, 4, 2 })
        {
            if (longer / divisor >= LeastPixels) return (longer + divisor - 1) / divisor;
        }

        return null;
    }
}
