namespace CustomLabels.Annotations.GroundTruth;

/// <summary>A line of a manifest, for errors.</summary>
/// <param name="File">The manifest's path.</param>
/// <param name="LineNumber">The line, from 1; 0 for the file as a whole.</param>
internal readonly record struct ManifestPosition(string File, int LineNumber)
{
    /// <summary>What is wrong there.</summary>
    /// <param name="defect">The kind.</param>
    /// <param name="found">What was found, what is allowed, what to do.</param>
    public ManifestException Error(ManifestDefect defect, string found) => new(File, LineNumber, defect.Code, $"{defect.Message} {VisibleText.Of(found)}");
}
