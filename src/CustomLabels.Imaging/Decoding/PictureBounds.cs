using CustomLabels.Images;
using CustomLabels.Pictures;
using SkiaSharp;

namespace CustomLabels.Imaging.Decoding;

/// <summary>What is refused before anything of a picture is decoded: a small file may ask for any amount of memory and time.</summary>
internal static class PictureBounds
{
    /// <summary>Most pixels of a picture: over twice as many as those of the largest cameras.</summary>
    public const long MaxPixels = 400_000_000;

    /// <summary>Most scans of a JPEG. A progressive one has about ten; each is a pass over all of its pixels, and 3,000 of them took 8 seconds.</summary>
    public const int MaxScans = 100;

    private const int BytesOfPixel = 4;

    // Two bytes for each of three components: the most that libjpeg keeps of a pixel until the last scan.
    private const int BytesOfCoefficients = 6;

    /// <summary>Refuses a picture by its header.</summary>
    /// <param name="name">The file's path, or the image's name.</param>
    /// <param name="header">What the file says of itself: with its size.</param>
    /// <exception cref="CustomLabelsException">It has too many pixels: <see cref="ErrorId.ImageTooLarge"/>.</exception>
    public static void CheckPixels(string name, ImageHeader header)
    {
        if ((long)header.Width!.Value * header.Height!.Value > MaxPixels) throw new CustomLabelsException(DecodingErrors.TooManyPixels(name, header, MaxPixels));
    }

    /// <summary>Refuses a JPEG by its scans.</summary>
    /// <param name="name">The file's path, or the image's name.</param>
    /// <param name="header">What the file says of itself.</param>
    /// <param name="scans">Its scans.</param>
    /// <exception cref="CustomLabelsException">There are too many: <see cref="ErrorId.ImageUnreadable"/>; or it ends before the first: <see cref="ErrorId.ImageTruncated"/>.</exception>
    public static void CheckScans(string name, ImageHeader header, JpegScans scans)
    {
        if (scans is { Count: 0, HasEnd: false }) throw new CustomLabelsException(DecodingErrors.NothingDecoded(name, header));
        if (scans.Count > MaxScans) throw new CustomLabelsException(DecodingErrors.TooManyScans(name, MaxScans));
    }

    /// <summary>Waits for the memory that a picture takes while it is decoded.</summary>
    /// <param name="name">The file's path, or the image's name.</param>
    /// <param name="header">What it says of itself.</param>
    /// <param name="scans">Of a JPEG, its scans.</param>
    /// <param name="decoded">The size that the codec gives.</param>
    /// <param name="room">The memory there is.</param>
    /// <exception cref="CustomLabelsException">It takes more than there is: <see cref="ErrorId.ImageTooLarge"/>.</exception>
    public static RoomPlace Enter(string name, ImageHeader header, JpegScans? scans, SKSizeI decoded, PictureRoom room)
    {
        var stored = (long)header.Width!.Value * header.Height!.Value;
        var pixels = (long)decoded.Width * decoded.Height * BytesOfPixel;
        // The pixels, those turned or scaled, which are made of them, and what the codec keeps: coefficients, or the rows of an interlaced picture.
        var kept = scans is null ? stored * BytesOfPixel : scans.IsProgressive || scans.Count > 1 ? stored * BytesOfCoefficients : 0;
        var needed = 2 * pixels + kept;
        return needed <= room.Size ? room.Enter(needed) : throw new CustomLabelsException(DecodingErrors.TooMuchMemory(name, header, needed, room.Size));
    }
}
