using System.Collections.Generic;

namespace CustomLabels.Annotations.Formats;

/// <summary>How annotations are exported.</summary>
/// <param name="Path">Full path of the file, or of the folder of a format that has several files.</param>
/// <param name="Format">The format.</param>
internal sealed record ExportOptions(string Path, AnnotationFormat Format)
{
    /// <summary>The folder that names are told from; null for names as they were read, and for the folder that all files have in common.</summary>
    public string? ImageRoot { get; init; }

    /// <summary><c>s3://bucket</c> or <c>s3://bucket/folder</c>, for files in a manifest; null for none.</summary>
    public string? SourcePrefix { get; init; }

    /// <summary>New names of labels by the old ones; empty for none.</summary>
    public IReadOnlyDictionary<string, string> LabelMap { get; init; } = new Dictionary<string, string>(System.StringComparer.Ordinal);

    /// <summary>Whether nothing may be lost.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Whether what is there is replaced.</summary>
    public bool Replaces { get; init; }
}
