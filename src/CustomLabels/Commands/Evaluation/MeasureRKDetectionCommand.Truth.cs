using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using CustomLabels.Annotations;
using CustomLabels.Binding;
using CustomLabels.Output;

namespace CustomLabels.Commands;

/// <content>What is there, and how it is held against what was found.</content>
public sealed partial class MeasureRKDetectionCommand
{
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>The ground truth: paths of files or folders that Import-RKAnnotation reads, or what it gives.</summary>
    [Parameter(Position = 0)]
    public object[]? GroundTruth { get; set; }

    /// <summary>The least overlap of boxes that match.</summary>
    [Parameter]
    [Number(Min = 0.01, Max = 1)]
    public double? IoU { get; set; } = 0.5;

    /// <summary>How boxes are matched, and how the average precision is taken.</summary>
    [Parameter]
    public EvaluationMethod Method { get; set; }

    /// <summary>The thresholds that counts are made at, by label; '*' stands for all others. Without it, everything that was answered counts.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? LabelConfidence { get; set; }

    /// <summary>Best thresholds are to reach this precision.</summary>
    [Parameter]
    [Number(Max = 1)]
    public double? MinPrecision { get; set; }

    /// <summary>Best thresholds are to reach this recall.</summary>
    [Parameter]
    [Number(Max = 1)]
    public double? MinRecall { get; set; }

    private ImageAnnotation[] ReadTruth()
    {
        var changes = new AnnotationChanges(this);
        var report = new AnnotationReport(changes.Write);
        var truth = new GroundTruthInput(this, report, _stopping.Token).Read(GroundTruth).ToArray();
        // Outlines and regions of many are lost to labels, and not to figures.
        changes.Warn(report, AnnotationChangeCode.CrowdLeftOut, AnnotationChangeCode.OutlineLost);
        return truth;
    }

    private void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (OperationCanceledException) when (Stopping)
        {
            throw new PipelineStoppedException();
        }
        catch (CustomLabelsException exception)
        {
            ThrowTerminatingError(Errors.Record(exception, target: null));
        }
    }
}
