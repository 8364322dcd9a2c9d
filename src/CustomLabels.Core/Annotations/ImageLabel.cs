namespace CustomLabels.Annotations;

/// <summary>What somebody, or something, says is on an image: no answer of the service, but what its answers are made of, trained with or measured by.</summary>
/// <param name="Name">The label's name.</param>
/// <param name="BoundingBox">Where it is, as ratios of the displayed image; null for a label of the whole image.</param>
/// <param name="Confidence">How sure that is, 0 to 100; null where nothing is said of it.</param>
internal sealed record ImageLabel(string Name, BoundingBox? BoundingBox, double? Confidence);
