using System;
using System.Management.Automation;
using CustomLabels.Detection;
using CustomLabels.Parameters;
using CustomLabels.Pipeline;
using CustomLabels.Service;

namespace CustomLabels.Commands;

/// <summary>Asks a Custom Labels model which labels it finds in images, and where.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "RKCustomLabelDetection", DefaultParameterSetName = ParameterSets.Path)]
[OutputType(typeof(DetectionResult), typeof(CustomLabel), typeof(string))]
public sealed class InvokeRKCustomLabelDetectionCommand : CliInputCmdlet, IDisposable
{
    // Without a parameter for it: how long a model may refuse everything before an image fails.
    private static readonly TimeSpan ThrottleTimeout = TimeSpan.FromMinutes(5);

    private TransportPool? _transports;
    private DetectionPump? _pump;

    /// <summary>One object a label instead of one an image.</summary>
    [Parameter]
    public SwitchParameter ExpandLabels { get; set; }

    /// <summary>Failures as results with Status and Error, in order, instead of error records.</summary>
    [Parameter]
    public SwitchParameter IncludeFailed { get; set; }

    /// <summary>What pixel boxes refer to: the image as its EXIF orientation displays it, or as it is stored.</summary>
    [Parameter]
    public ExifHandling ExifOrientation { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _pump?.Dispose();
        _transports?.Dispose();
    }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (AsksNothing) return;
        _transports = NewTransports();
        try
        {
            var retry = new RetryPolicy(_transports.MaxAttempts, ThrottleTimeout, new Random());
            var detector = new Detector(_transports, retry, new SystemClock(), ExifOrientation == ExifHandling.Apply);
            var run = new DetectionRun(detector.DetectAsync, window: 1, DebugStream.IsShown(this));
            _pump = new DetectionPump(this, run, new OutputShape(ExpandLabels, IncludeFailed, Model, Sample));
            if (IsGivenWithCommand(nameof(ProjectVersionArn)) || !string.IsNullOrEmpty(Model)) _transports.For(Service.ProjectVersionArn.Parse(Model));
        }
        catch (DetectionException exception)
        {
            ThrowTerminatingError(Errors.Record(exception, Model));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _pump?.Pump(() =>
    {
        try
        {
            foreach (var image in Images()) Post(image);
        }
        catch (DetectionException exception)
        {
            _pump!.Terminate(exception, target: null);
        }
    });

    /// <inheritdoc/>
    protected override void EndProcessing() => _pump?.Complete();

    /// <inheritdoc/>
    protected override void StopProcessing() => _pump?.Cancel();

    private void Post(ImageInput input)
    {
        if (input.Error is { } error)
        {
            _pump!.Post(Unasked(input.Image, error));
            return;
        }

        try
        {
            _pump!.Post(Request(input.Image));
        }
        catch (DetectionException exception) when (MyInvocation.BoundParameters.ContainsKey(nameof(ProjectVersionArn)))
        {
            // This image's own ARN is bad; the next one's may be good.
            _pump!.Post(Unasked(input.Image, exception.Error));
        }
    }
}
