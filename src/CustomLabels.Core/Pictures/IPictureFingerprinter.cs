using CustomLabels.Images;

namespace CustomLabels.Pictures;

/// <summary>Makes fingerprints of pictures: what two copies of one picture have in common, however they were encoded and scaled.</summary>
internal interface IPictureFingerprinter
{
    /// <summary>A picture's fingerprint. Safe for concurrent use.</summary>
    /// <param name="image">The picture.</param>
    /// <exception cref="CustomLabelsException">It can't be read or decoded.</exception>
    PictureFingerprint Take(LocalImage image);
}
