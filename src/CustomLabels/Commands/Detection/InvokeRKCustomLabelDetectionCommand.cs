using System;
using System.Management.Automation;
using CustomLabels.Api;
using CustomLabels.Arns;
using CustomLabels.Binding;
using CustomLabels.Detection;
using CustomLabels.Detection.Limiting;
using CustomLabels.Detection.Scheduling;
using CustomLabels.Images;
using CustomLabels.Output;
using CustomLabels.Time;

namespace CustomLabels.Commands;

/// <summary>Asks a Custom Labels model which labels it finds in images, and where.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "RKCustomLabelDetection", DefaultParameterSetName = ParameterSets.Path)]
[OutputType(typeof(DetectionResult), typeof(CustomLabel), typeof(string))]
public sealed partial class InvokeRKCustomLabelDetectionCommand : AwsCmdlet, IDisposable
{
    private TransportPool? _transports;
    private Detector? _detector;
    private DetectionPump? _pump;

    /// <summary>One object a label instead of one an image.</summary>
    [Parameter]
    public SwitchParameter ExpandLabels { get; set; }

    /// <summary>Failures as results with Status and Error, in order, instead of error records.</summary>
    [Parameter]
    public SwitchParameter IncludeFailed { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _pump?.Dispose();
        _journal?.Dispose();
        _transports?.Dispose();
    }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (AsksForTemplate)
        {
            WriteObject(Sample);
            return;
        }

        ReadInput();
        try
        {
            _transports = NewTransports(out var settings);
            _models = new ModelArns(Connect(_transports, settings));
            var arn = Given.Has(nameof(ProjectVersionArn)) || !string.IsNullOrEmpty(Model) ? Arn : null;
            if (arn is not null) LookAfterLeases(_transports.For(arn), arn.Region);
            var clock = new SystemClock();
            var applyOrientation = ExifOrientation == ExifHandling.Apply;
            var shape = new OutputShape(ExpandLabels, IncludeFailed, arn?.Text, MaxConsecutiveFailures, Sample);
            _detector = new Detector(_transports, new RetryPolicy(_transports.MaxAttempts, ThrottleTimeout, new Random()), RequestLimits(), clock, applyOrientation, OversizedPictures());
            var detect = LabelFilter.Around(OpenJournal(_detector.DetectAsync, applyOrientation, clock));
            _pump = new DetectionPump(this, new DetectionRun(detect, RunLimits(), shape.EndsRun, clock, DebugStream.IsShown(this)), shape, clock);
        }
        catch (CustomLabelsException exception)
        {
            End(exception, VisibleText.Cut(Model));
        }

        _pump!.Begin();
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _pump?.Pump(() =>
    {
        try
        {
            RequireOtherConfidence();
            foreach (var image in Images()) Post(image);
        }
        catch (CustomLabelsException exception)
        {
            _pump!.Terminate(exception, target: null);
        }
    });

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _pump?.Complete();
        base.EndProcessing();
        if (_pump is not null) this.WriteVerboseLine(RunSummary.Of(_pump.Progress, _detector!.Statistics, _journal is not null));
    }

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        base.StopProcessing();
        _pump?.Cancel();
    }
}
