namespace CustomLabels.Annotations.Manifests.Lines;

/// <summary>A line of a manifest as it is in the file.</summary>
/// <param name="Text">Its characters without the line end; null where there are too many, or where they are no UTF-8.</param>
/// <param name="IsTooLong">Whether it has more characters than the service takes.</param>
internal readonly record struct RawLine(string? Text, bool IsTooLong);
