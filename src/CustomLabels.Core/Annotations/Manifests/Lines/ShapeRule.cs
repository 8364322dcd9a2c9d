namespace CustomLabels.Annotations.Manifests.Lines;

/// <summary>A line begins and ends with a brace (botocore model rekognition/2016-06-27, <c>DatasetEntry</c>).</summary>
internal sealed class ShapeRule : ILineRule
{
    /// <inheritdoc/>
    public void Check(TestedLine line, LineFindings findings)
    {
        if (line.Text[0] != '{' || line.Text[line.Text.Length - 1] != '}') findings.Add(ManifestRule.LinePadded, "There are blanks before the first brace or behind the last.");
    }
}
