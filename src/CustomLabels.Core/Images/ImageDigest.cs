using System;
using System.IO;
using System.Security.Cryptography;
using CustomLabels.Text;

namespace CustomLabels.Images;

/// <summary>SHA-256 of an image's bytes, made on the way while they are read to be sent: a reading of its own would cost as much again.</summary>
/// <remarks>For one image, and used by one thread at a time, as the image is.</remarks>
internal sealed class ImageDigest
{
    /// <summary>The hash in hexadecimal, lower case; null until the image was read to its end.</summary>
    public string? Sha256 { get; private set; }

    /// <summary>How many bytes were hashed; null until then.</summary>
    public long? Length { get; private set; }

    /// <summary>The image's content as it is; reading it to its end makes the hash, once.</summary>
    /// <param name="content">The content, at its first byte; closed with what is returned.</param>
    public Stream Over(Stream content) => Sha256 is null ? new DigestingStream(content, Finish) : content;

    /// <summary>Reads the image for its hash alone.</summary>
    /// <param name="image">The image.</param>
    /// <exception cref="CustomLabelsException">It can't be read.</exception>
    public string Compute(LocalImage image)
    {
        if (Sha256 is not null) return Sha256;
        try
        {
            using var stream = Over(image.OpenRead());
            var chunk = new byte[64 * 1024];
            while (stream.Read(chunk, 0, chunk.Length) > 0)
            {
            }
        }
        catch (Exception e) when (e is not CustomLabelsException)
        {
            throw new CustomLabelsException(ImageErrors.Unreadable(image.LiteralPath ?? image.Name, e.Message), e);
        }

        return Sha256 ?? throw new CustomLabelsException(ImageErrors.Changed(image.LiteralPath ?? image.Name));
    }

    private void Finish(IncrementalHash hash, long length)
    {
        Length = length;
        Sha256 = Hexadecimal.Of(hash.GetHashAndReset());
    }
}
