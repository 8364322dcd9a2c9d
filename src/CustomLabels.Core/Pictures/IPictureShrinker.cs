using System.Threading;
using CustomLabels.Images;

namespace CustomLabels.Pictures;

/// <summary>Makes pictures that are too large for the service fit.</summary>
internal interface IPictureShrinker
{
    /// <summary>Scales a picture down and encodes it again, so that it is within <see cref="Oversize.MaxBytes"/> and <see cref="Oversize.MaxPixels"/>. Safe for concurrent use.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="cancellationToken">Ends it between two steps.</param>
    /// <exception cref="CustomLabelsException">It can't be decoded (<see cref="ErrorId.ImageTruncated"/>, <see cref="ErrorId.ImageFormat"/>), or can't be made to fit
    /// (<see cref="ErrorId.ImageTooLarge"/>).</exception>
    ShrunkPicture Shrink(LocalImage image, CancellationToken cancellationToken);
}
