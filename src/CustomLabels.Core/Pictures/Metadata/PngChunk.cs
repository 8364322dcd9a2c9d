namespace CustomLabels.Pictures.Metadata;

/// <summary>A chunk of a PNG.</summary>
/// <param name="Type">Its four letters.</param>
/// <param name="Data">Its content.</param>
internal sealed record PngChunk(string Type, byte[] Data);
