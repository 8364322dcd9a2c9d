namespace CustomLabels;

/// <summary>One documented limit and what an image has of it.</summary>
/// <param name="Name"><c>Format</c>, <c>Bytes</c>, <c>Width</c>, <c>Height</c> or <c>AspectRatio</c>.</param>
/// <param name="Found">What the image has, for people; of Format also why no decoder opens it.</param>
/// <param name="Allowed">What the service allows, for people.</param>
/// <param name="Within">Whether the image is within the limit.</param>
public sealed record ImageLimit(string Name, string Found, string Allowed, LimitState Within)
{
    /// <summary>One line for people: <c>Width 5000 (allowed 64 to 4096 pixels)</c>.</summary>
    public override string ToString() => $"{Name} {Found} (allowed {Allowed})";
}
