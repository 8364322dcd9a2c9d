using System.Collections.Generic;
using CustomLabels.Images;

namespace CustomLabels.Annotations.GroundTruth;

/// <summary>One line of a manifest: an image and what is on it.</summary>
/// <param name="Source">Where <c>source-ref</c> says the image is.</param>
/// <param name="Labels">Its labels, highest confidence first; of equal ones the earlier in the line first.</param>
internal sealed record ManifestImage(S3ObjectReference Source, IReadOnlyList<LabelAnnotation> Labels);
