namespace CustomLabels.Annotations.Manifests.Lines;

/// <summary>A rule for one line, or a few that look at the same part of it.</summary>
internal interface ILineRule
{
    /// <summary>Tests a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="findings">Told what is wrong.</param>
    void Check(TestedLine line, LineFindings findings);
}
