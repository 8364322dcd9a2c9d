using System.IO;

namespace CustomLabels.Images;

/// <summary>An image whose bytes are read here and sent in the request.</summary>
/// <remarks>Used by one thread at a time.</remarks>
public abstract class LocalImage : ImageSource
{
    /// <summary>An image.</summary>
    /// <param name="identity">Which image it is.</param>
    private protected LocalImage(ImageIdentity identity)
        : base(identity)
    {
    }

    /// <summary>Bytes of the image.</summary>
    /// <exception cref="CustomLabelsException">The image can't be read (<see cref="ErrorId.ImageNotFound"/>, <see cref="ErrorId.ImageIsFolder"/>,
    /// <see cref="ErrorId.ImageUnreadable"/>), or is a stream that can't seek and has more than <see cref="ImageLimits.MaxBytes"/> bytes
    /// (<see cref="ErrorId.ImageTooLarge"/>).</exception>
    internal abstract long Length { get; }

    /// <summary>Opens the image anew, at its first byte. The caller disposes the stream.</summary>
    /// <returns>A readable stream that can seek.</returns>
    /// <exception cref="CustomLabelsException">As for <see cref="Length"/>; also <see cref="ErrorId.ImageUnreadable"/> when the image is no longer the one that
    /// was first looked at, because a retry must not send another image or half of one.</exception>
    internal abstract Stream OpenRead();

    /// <summary>Opens the image for a look at its header, also where it is too large to be sent.</summary>
    internal virtual Stream OpenHead() => OpenRead();
}
