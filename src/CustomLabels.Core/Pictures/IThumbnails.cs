using CustomLabels.Images;

namespace CustomLabels.Pictures;

/// <summary>Makes small pictures of large ones.</summary>
/// <remarks>Used by several threads at once.</remarks>
internal interface IThumbnails
{
    /// <summary>A small picture, as the picture is displayed.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="maxDimension">Most pixels of its longer side.</param>
    /// <exception cref="CustomLabelsException">It can't be read, or is no picture.</exception>
    Thumbnail Make(LocalImage image, int maxDimension);
}
