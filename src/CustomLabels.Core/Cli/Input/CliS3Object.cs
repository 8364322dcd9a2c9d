namespace CustomLabels.Cli.Input;

/// <summary>The member S3Object of an input's image, as it is written.</summary>
/// <param name="Bucket">The bucket; null where it isn't given.</param>
/// <param name="Name">The key; null where it isn't given.</param>
/// <param name="Version">The version; null where it isn't given.</param>
internal sealed record CliS3Object(string? Bucket, string? Name, string? Version);
