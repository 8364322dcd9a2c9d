using System.Management.Automation;
using CustomLabels.Evaluation.Comparing;
using static System.FormattableString;

namespace CustomLabels.Commands;

/// <summary>Tells whether a model is better than another on the same pictures, worse, or whether that can't be told.</summary>
[Cmdlet(VerbsData.Compare, "RKEvaluation")]
[OutputType(typeof(EvaluationComparison))]
public sealed class CompareRKEvaluationCommand : PSCmdlet
{
    /// <summary>What Measure-RKDetection gave for the model that is there.</summary>
    [Parameter(Position = 0)]
    public DetectionEvaluation? ReferenceObject { get; set; }

    /// <summary>What it gave for the model that is to be judged, by the same truth.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true)]
    public DetectionEvaluation? DifferenceObject { get; set; }

    /// <summary>What they are compared by.</summary>
    [Parameter]
    public ComparisonMetric? Metric { get; set; }

    /// <summary>How often pictures are drawn anew.</summary>
    [Parameter]
    [ValidateRange(100, 100000)]
    public int Resamples { get; set; } = 2000;

    /// <summary>Which draws: the same seed gives the same answer.</summary>
    [Parameter]
    public int Seed { get; set; } = 1;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            if (ReferenceObject is null || DifferenceObject is null) throw new CustomLabelsException(ComparisonErrors.Missing());
            var comparison = EvaluationComparer.Compare(ReferenceObject, DifferenceObject, Metric, Resamples, Seed);
            if (comparison.LeftOut > 0) WriteWarning(Invariant($"{comparison.LeftOut} pictures were measured for one of the two only; they are left out."));
            WriteObject(comparison);
        }
        catch (CustomLabelsException exception)
        {
            ThrowTerminatingError(Errors.Record(exception, target: null));
        }
    }
}
