using System.Globalization;

namespace CustomLabels;

/// <summary>What a manifest comes to: the figures that the service writes into <c>manifest_summary.json</c>, and more.</summary>
/// <param name="LiteralPath">Full path of the manifest.</param>
/// <param name="UseCase"><c>IMAGE_LEVEL_LABELS</c>, <c>OBJECT_LOCALIZATION</c> or <c>NOT_DETERMINED</c>: what kind of model its lines make.</param>
/// <param name="LineCount">Its lines, blank ones included.</param>
/// <param name="ValidLineCount">Lines that would be used.</param>
/// <param name="InvalidLineCount">Lines that count as invalid: over 20 % of the lines, and the manifest is refused.</param>
/// <param name="IgnoredLineCount">Lines that are allowed and not used: without labels, or of the other kind of model.</param>
/// <param name="LabelCount">Different labels on the lines that would be used.</param>
/// <param name="BoxCount">Boxes that would be used.</param>
/// <param name="LostBoxCount">Boxes that would be left out of lines that are used.</param>
public sealed record ManifestStatistics(
    string LiteralPath, string UseCase, long LineCount, long ValidLineCount, long InvalidLineCount, long IgnoredLineCount, int LabelCount, long BoxCount, long LostBoxCount)
{
    /// <inheritdoc/>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, "{0} lines: {1} valid, {2} invalid, {3} ignored; {4} labels, {5} boxes", LineCount, ValidLineCount, InvalidLineCount, IgnoredLineCount, LabelCount, BoxCount);
}
