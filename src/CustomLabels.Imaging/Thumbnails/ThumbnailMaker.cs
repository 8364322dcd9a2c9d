using System.IO;
using CustomLabels.Images;
using CustomLabels.Imaging.Decoding;
using CustomLabels.Imaging.Encoding;
using CustomLabels.Pictures;

namespace CustomLabels.Imaging.Thumbnails;

/// <summary>Makes small pictures of large ones.</summary>
internal sealed class ThumbnailMaker : IThumbnails
{
    // Small pictures show the errors of JPEG less than large ones do.
    private const int Quality = 75;

    /// <inheritdoc/>
    public Thumbnail Make(LocalImage image, int maxDimension)
    {
        using var picture = PictureDecoder.Decode(image, maxDimension);
        using var file = new MemoryStream();
        PictureEncoder.Encode(picture.Bitmap, ImageFormat.Jpeg, Quality, file);
        return new Thumbnail(file.ToArray(), picture.Bitmap.Width, picture.Bitmap.Height);
    }
}
