namespace CustomLabels.Images;

/// <summary>An image in S3, as the service's <c>S3Object</c> structure names it.</summary>
/// <param name="Bucket">The bucket's name.</param>
/// <param name="Name">The object's key.</param>
/// <param name="Version">The object's version; null for the newest.</param>
internal sealed record S3ObjectReference(string Bucket, string Name, string? Version);
