using System;
using System.Collections.Generic;
using System.IO;
using CustomLabels.Images;
using CustomLabels.Imaging.Decoding;
using CustomLabels.Pictures;
using CustomLabels.Pictures.Metadata;

namespace CustomLabels.Fuzz.Pictures;

/// <summary>Pictures: decoded, or that picture's error, and nothing is left of it; what they say besides their pixels is put into a copy.</summary>
/// <remarks>A crash of the native library ends the process, with no finding printed: the inputs of the seed up to there are what to look at.</remarks>
public sealed class PicturesTarget : IFuzzTarget
{
    private const int PreviewSide = 16;
    private readonly PictureRoom _room = new(32L << 20);

    public string Name => "pictures";

    public string Bound => "a picture or a CustomLabelsException with a message, no other exception; no memory of the room is left taken; a copy with metadata has its size, and orientation 1 or none";

    public IReadOnlyList<byte[]> Corpus => PictureCorpus.All;

    public string Try(byte[] input)
    {
        CheckMetadata(input);
        var outcome = Decode(input);
        return _room.Taken == 0 ? outcome : throw new InvalidOperationException($"{_room.Taken} bytes of the room are left taken.");
    }

    private string Decode(byte[] input)
    {
        try
        {
            using var picture = PictureDecoder.Decode(new BytesImage(input, "fuzz"), input.Length % 2 == 0 ? null : PreviewSide, _room);
            return picture.IsIncomplete ? "decoded, incomplete" : "decoded";
        }
        catch (CustomLabelsException e) when (e.Error.Message.Length > 0)
        {
            return e.Error.Id.ToString();
        }
    }

    private static void CheckMetadata(byte[] input)
    {
        using var source = new MemoryStream(input);
        var format = ImageHeaderReader.Read(source).Format;
        if (format == ImageFormat.Unknown) return;
        var (copy, width, height) = PictureCorpus.Copy(format);
        var header = ImageHeaderReader.Read(new MemoryStream(PictureMetadata.Read(source, format).AddTo(copy, format, width, height)));
        if (header.Width != width || header.Height != height || header.ExifOrientation is not (null or 1)) throw new InvalidOperationException($"The copy is {header}.");
    }
}
