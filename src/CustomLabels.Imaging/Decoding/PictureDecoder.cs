using System;
using System.IO;
using CustomLabels.Images;
using CustomLabels.Pictures;
using SkiaSharp;

namespace CustomLabels.Imaging.Decoding;

/// <summary>Decodes PNG and JPEG.</summary>
internal static class PictureDecoder
{
    // Without the marker that ends it, the decoder leaves out rows that are there.
    private static readonly byte[] EndOfJpeg = [0xFF, 0xD9];

    /// <summary>Decodes a picture as it is displayed. Waits while other pictures have the memory that it takes: a thread holds one at a time.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="maxDimension">Most pixels of its longer side: a larger picture is scaled down; null for as many as it has.</param>
    /// <param name="room">The memory that pictures share; null for that of the process.</param>
    /// <exception cref="CustomLabelsException">It can't be read, or is no picture: <see cref="ErrorId.ImageUnreadable"/>, <see cref="ErrorId.ImageFormat"/>,
    /// <see cref="ErrorId.ImageEmpty"/>, <see cref="ErrorId.ImageTruncated"/>; it has more than 400 million pixels, or takes more memory than there is:
    /// <see cref="ErrorId.ImageTooLarge"/>.</exception>
    public static DecodedPicture Decode(LocalImage image, int? maxDimension = null, PictureRoom? room = null)
    {
        var name = image.LiteralPath ?? image.Name;
        using var content = image.OpenHead();
        try
        {
            return Decode(name, content, maxDimension, room ?? PictureRoom.OfThisProcess);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CustomLabelsException(ImageErrors.Unreadable(name, e.Message), e);
        }
    }

    private static DecodedPicture Decode(string name, Stream content, int? maxDimension, PictureRoom room)
    {
        var header = Check(name, content);
        content.Position = 0;
        var scans = header.Format == ImageFormat.Jpeg ? JpegScans.Read(content, PictureBounds.MaxScans) : null;
        if (scans is not null) PictureBounds.CheckScans(name, header, scans);
        content.Position = 0;
        using var guarded = new GuardedStream(content, scans is { HasEnd: false } ? EndOfJpeg : []);
        DecodedPicture? picture = null;
        try
        {
            picture = Decode(name, guarded, header, scans, maxDimension, room);
        }
        catch (CustomLabelsException) when (guarded.Failure is not null)
        {
            // To the decoder the content ended there.
        }

        if (guarded.Failure is not { } failure) return picture!;
        picture?.Dispose();
        throw new CustomLabelsException(ImageErrors.Unreadable(name, failure.Message), failure);
    }

    private static DecodedPicture Decode(string name, Stream content, ImageHeader header, JpegScans? scans, int? maxDimension, PictureRoom room)
    {
        using var codec = SKCodec.Create(content) ?? throw new CustomLabelsException(DecodingErrors.Damaged(name, header, "its content isn't what its beginning says"));
        var size = Scaling.DecodedSize(codec, maxDimension);
        var place = PictureBounds.Enter(name, header, scans, size, room);
        SKBitmap? pixels = null;
        try
        {
            pixels = Pixels(name, codec, size, header, scans, out var isIncomplete);
            pixels = Scaling.Fit(pixels, maxDimension);
            pixels = Orientation.Apply(pixels, header);
            place.ShrinkTo(pixels.ByteCount);
            return new DecodedPicture(pixels, header, isIncomplete, place);
        }
        catch
        {
            pixels?.Dispose();
            place.Dispose();
            throw;
        }
    }

    private static ImageHeader Check(string name, Stream content)
    {
        var header = ImageHeaderReader.Read(content);
        if (header.Format == ImageFormat.Unknown)
        {
            content.Position = 0;
            throw new CustomLabelsException(ContentSniffer.Describe(content) is { } instead ? ImageErrors.Format(name, instead) : ImageErrors.Empty(name));
        }

        if (header.IsTruncated && header.Width is null) throw new CustomLabelsException(ImageErrors.Truncated(name, header.Format, content.Length));
        if (header.Defect is not null || header.Width is null || header.Height is null) throw new CustomLabelsException(DecodingErrors.NoPixels(name, header));
        PictureBounds.CheckPixels(name, header);
        return header;
    }

    private static SKBitmap Pixels(string name, SKCodec codec, SKSizeI size, ImageHeader header, JpegScans? scans, out bool isIncomplete)
    {
        using var colors = SKColorSpace.CreateSrgb();
        // A grey picture, too, is decoded to colours: what is drawn on it has some.
        var pixels = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, colors));
        var result = codec.GetPixels(pixels.Info, pixels.GetPixels());
        isIncomplete = result == SKCodecResult.IncompleteInput || (result == SKCodecResult.Success && scans is { HasEnd: false });
        if (isIncomplete ? !Blankness.IsBlank(pixels) : result == SKCodecResult.Success) return pixels;
        pixels.Dispose();
        throw new CustomLabelsException(isIncomplete ? DecodingErrors.NothingDecoded(name, header) : DecodingErrors.Damaged(name, header, $"the decoder says {result}"));
    }
}
