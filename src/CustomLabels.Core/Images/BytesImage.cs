using System;
using System.IO;

namespace CustomLabels.Images;

/// <summary>An image in memory.</summary>
internal sealed class BytesImage : LocalImage
{
    private readonly byte[] _bytes;

    /// <summary>Wraps bytes; they are not copied and must not be changed while the image is in use.</summary>
    /// <param name="bytes">The image file's bytes.</param>
    /// <param name="name">What people call the image.</param>
    public BytesImage(byte[] bytes, string name)
        : base(ImageIdentity.OfName(name ?? throw new ArgumentNullException(nameof(name)))) => _bytes = bytes ?? throw new ArgumentNullException(nameof(bytes));

    /// <inheritdoc/>
    internal override long Length => _bytes.Length;

    /// <inheritdoc/>
    internal override long HeldBytes => _bytes.Length;

    /// <inheritdoc/>
    internal override Stream OpenRead() => new MemoryStream(_bytes, writable: false);
}
