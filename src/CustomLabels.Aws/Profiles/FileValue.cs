namespace CustomLabels.Aws.Profiles;

/// <summary>A value, and where it stands.</summary>
/// <param name="Value">The value.</param>
/// <param name="File">The file, for people.</param>
internal sealed record FileValue(string Value, string File);
