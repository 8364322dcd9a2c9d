using System;
using System.IO;
using System.Linq;
using CustomLabels.Images;
using CustomLabels.Pictures;

namespace CustomLabels.Local.Tests.Support;

/// <summary>Takes the seed of a <see cref="TestImages"/> PNG for what is to be seen on it: two of the same seed and of different lengths are copies of one picture. A step of the seed is a quarter of a level.</summary>
internal sealed class SeedFingerprinter : IPictureFingerprinter
{
    private const int FirstDataByte = 41;

    public PictureFingerprint Take(LocalImage image)
    {
        using var content = image.OpenRead();
        var header = ImageHeaderReader.Read(content);
        if (header.Format != ImageFormat.Png) throw new CustomLabelsException(ImageErrors.Format(image.Name, "no PNG"));
        content.Position = FirstDataByte;
        var seed = content.ReadByte();
        return new PictureFingerprint([.. Enumerable.Repeat((ushort)(seed * 64), PictureFingerprint.Length)], header.Width!.Value, header.Height!.Value);
    }
}
