using System.Collections.Generic;

namespace CustomLabels.Annotations.GroundTruth;

/// <summary>What a manifest has.</summary>
/// <param name="Images">Its images, in the order of its lines.</param>
/// <param name="FailedLineCount">How many lines only record that labelling failed. Their images are not among the others.</param>
internal sealed record ManifestContent(IReadOnlyList<ManifestImage> Images, int FailedLineCount);
