using System;
using System.IO;
using CustomLabels.Images;
using SkiaSharp;

namespace CustomLabels.Imaging.Decoding;

/// <summary>Decodes PNG and JPEG.</summary>
internal static class PictureDecoder
{
    /// <summary>Decodes a picture as it is displayed.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="maxDimension">Most pixels of its longer side: a larger picture is scaled down; null for as many as it has.</param>
    /// <exception cref="CustomLabelsException">It can't be read, or is no picture: <see cref="ErrorId.ImageUnreadable"/>, <see cref="ErrorId.ImageFormat"/>,
    /// <see cref="ErrorId.ImageTruncated"/>.</exception>
    public static DecodedPicture Decode(LocalImage image, int? maxDimension = null)
    {
        var name = image.LiteralPath ?? image.Name;
        using var content = image.OpenHead();
        var header = ImageHeaderReader.Read(content);
        content.Position = 0;
        using var codec = SKCodec.Create(content) ?? throw new CustomLabelsException(Unknown(name, content));
        using var colors = SKColorSpace.CreateSrgb();
        var stored = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul, colors));
        var result = codec.GetPixels(stored.Info, stored.GetPixels());
        if (result is not (SKCodecResult.Success or SKCodecResult.IncompleteInput))
        {
            stored.Dispose();
            throw new CustomLabelsException(ImageErrors.Truncated(name, header.Format, content.Length));
        }

        var turned = Orientation.Apply(stored, header);
        var scaled = Scaling.Fit(turned, maxDimension);
        return new DecodedPicture(scaled, header, result == SKCodecResult.IncompleteInput);
    }

    private static CustomLabelsError Unknown(string name, Stream content)
    {
        content.Position = 0;
        return ContentSniffer.Describe(content) is { } instead ? ImageErrors.Format(name, instead) : ImageErrors.Empty(name);
    }
}
