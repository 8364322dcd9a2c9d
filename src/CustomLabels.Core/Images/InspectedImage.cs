using System;
using System.IO;
using System.Threading;

namespace CustomLabels.Images;

/// <summary>An image that may be sent: what its header says, and its content, still open from the look at it.</summary>
internal sealed class InspectedImage : IDisposable
{
    private readonly LocalImage _image;
    private Stream? _content;

    public InspectedImage(LocalImage image, ImageHeader header, long length, Stream content)
    {
        _image = image;
        Header = header;
        Length = length;
        _content = content;
    }

    /// <summary>What its header says.</summary>
    public ImageHeader Header { get; }

    /// <summary>Its bytes: 1 to <see cref="ImageLimits.MaxBytes"/>.</summary>
    public long Length { get; }

    /// <summary>The content from its first byte: the first time as it was opened for the look, because opening a file takes as long as reading a small one. The caller disposes it.</summary>
    /// <exception cref="CustomLabelsException">As for <see cref="LocalImage.OpenRead"/>.</exception>
    public Stream OpenRead() => Interlocked.Exchange(ref _content, null) ?? _image.OpenRead();

    /// <inheritdoc cref="ImageHeader.DisplayedSize"/>
    public (int? Width, int? Height) DisplayedSize(bool applyOrientation) => Header.DisplayedSize(applyOrientation);

    /// <summary>Closes what was opened for the look, if nobody took it.</summary>
    public void Dispose() => Interlocked.Exchange(ref _content, null)?.Dispose();
}
