namespace CustomLabels.Local.Manifests;

/// <summary>A line of a manifest, for errors.</summary>
/// <param name="File">The manifest's path.</param>
/// <param name="LineNumber">The line, from 1; 0 for the file as a whole.</param>
internal readonly record struct ManifestPosition(string File, int LineNumber)
{
    /// <summary>A defect that AWS documents.</summary>
    /// <param name="code">AWS's code.</param>
    /// <param name="description">AWS's message, then what was found and what to do.</param>
    public ManifestException Error(string code, string description) => new(File, LineNumber, code, description);

    /// <summary>A defect that AWS does not document.</summary>
    /// <param name="description">What was found and what to do.</param>
    public ManifestException Error(string description) => new(File, LineNumber, code: null, description);
}
