using System.IO;

#pragma warning disable MA0048 // Both types go when the real files come.
namespace CustomLabels.Images;

/// <summary>Temporary: just enough of a header reader to build against until the real one replaces this file.</summary>
public static class ImageHeaderReader
{
    /// <summary>Reads PNG's IHDR or JPEG's first SOF.</summary>
    /// <param name="stream">The image from its first byte.</param>
    public static ImageHeader Read(Stream stream)
    {
        var head = new byte[24];
        var count = 0;
        for (int n; count < head.Length && (n = stream.Read(head, count, head.Length - count)) > 0;) count += n;
        if (count == 24 && head[0] == 0x89 && head[1] == 'P')
            return new ImageHeader(ImageFormat.Png, (head[18] << 8) | head[19], (head[22] << 8) | head[23], ExifOrientation: null, IsTruncated: false);
        if (count < 4 || head[0] != 0xFF || head[1] != 0xD8) return ImageHeader.Unknown;
        stream.Position = 2;
        while (stream.ReadByte() == 0xFF)
        {
            var marker = stream.ReadByte();
            var length = (stream.ReadByte() << 8) | stream.ReadByte();
            if (marker is >= 0xC0 and <= 0xC3)
            {
                stream.ReadByte();
                var height = (stream.ReadByte() << 8) | stream.ReadByte();
                var width = (stream.ReadByte() << 8) | stream.ReadByte();
                return new ImageHeader(ImageFormat.Jpeg, width, height, ExifOrientation: null, IsTruncated: false);
            }

            stream.Position += length - 2;
        }

        return new ImageHeader(ImageFormat.Jpeg, Width: null, Height: null, ExifOrientation: null, IsTruncated: true);
    }
}

/// <summary>Temporary: the limits that the local endpoint uses.</summary>
public static class ImageLimits
{
    /// <summary>Most bytes of an image in a request by the API's model (<c>ImageBlob</c>).</summary>
    public const int MaxBytes = 5_242_880;

    /// <summary>The guide's "4 MB" at its largest reading.</summary>
    public const int DocumentedBytesAtMost = 4_194_304;

    /// <summary>The guide's "15 MB" at its largest reading.</summary>
    public const int DocumentedS3BytesAtMost = 15_728_640;

    /// <summary>Fewest pixels a side.</summary>
    public const int MinPixels = 64;

    /// <summary>Most pixels a side.</summary>
    public const int MaxPixels = 4096;

    /// <summary>Most times the long side may be the short one.</summary>
    public const int MaxAspectRatio = 20;
}
