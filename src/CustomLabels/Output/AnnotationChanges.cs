using System.Linq;
using System.Management.Automation;
using CustomLabels.Annotations;
using static System.FormattableString;

namespace CustomLabels.Output;

/// <summary>Tells what a conversion of annotations changed: each change to the information stream, and a warning for each kind.</summary>
/// <param name="cmdlet">The command.</param>
internal sealed class AnnotationChanges(PSCmdlet cmdlet)
{
    /// <summary>The tag of the changes among other information.</summary>
    public const string Tag = "AnnotationChange";

    private static readonly string[] Tags = [Tag];

    /// <summary>Takes a change.</summary>
    public void Write(AnnotationChange change) => cmdlet.WriteInformation(change, Tags);

    /// <summary>Warns of what was changed, once a kind.</summary>
    /// <param name="report">What was changed.</param>
    /// <param name="harmless">Kinds that matter nothing to the command.</param>
    public void Warn(AnnotationReport report, params AnnotationChangeCode[] harmless)
    {
        foreach (var count in report.Counts.Where(count => count.First.IsLoss && !harmless.Contains(count.Code)))
        {
            var more = count.Count == 1 ? "" : Invariant($" ({count.Count - 1} more; -InformationVariable has each)");
            cmdlet.WriteWarning(VisibleText.Whole($"{count.First}{more}"));
        }
    }
}
