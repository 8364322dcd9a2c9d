using CustomLabels.Images;
using CustomLabels.Pictures;

namespace CustomLabels.Reports.Detections;

/// <summary>What a picture looks like, as far as that can be told here.</summary>
/// <param name="Thumbnail">The picture made small; null where that can't be done.</param>
/// <param name="Header">What the file says of itself; null where there is no file here, or none that can be read.</param>
internal sealed record Preview(Thumbnail? Thumbnail, ImageHeader? Header);
