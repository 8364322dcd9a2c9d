using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using CustomLabels.Binding;
using CustomLabels.Reports.Evaluations;

namespace CustomLabels.Commands;

/// <content>What is there, and how it is held against what was found.</content>
public sealed partial class MeasureRKDetectionCommand
{
    private readonly CancellationTokenSource _stopping = new();
    private string? _report;

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

    // Outlines and regions of many are lost to labels, and not to figures.
    private ImageAnnotation[] ReadTruth() =>
        new TruthInput(this, imageRoot: null, _stopping.Token) { Harmless = [AnnotationChangeCode.CrowdLeftOut, AnnotationChangeCode.OutlineLost] }.Read(GroundTruth!).ToArray();

    private void WriteReport(DetectionEvaluation evaluation)
    {
        if (_report is not { } path || !Confirmation.Given(this, Force, path, $"Write a report{(Force ? ", and replace what is there" : "")}.")) return;
        EvaluationReport.Write(path, evaluation, Force);
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
