using System;
using System.Collections.Generic;
using System.Management.Automation;
using CustomLabels.Detection;

namespace CustomLabels.Pipeline;

/// <summary>Moves images from a cmdlet into a run and what comes out of it onto the cmdlet's streams, on the pipeline's thread.</summary>
/// <remarks>
/// A pipeline can end in the middle of any write (Select-Object -First, an error downstream, -ErrorAction Stop) without the cmdlet being told
/// anything but Dispose, and in any wait (Ctrl+C). So whatever leaves <see cref="Pump"/> by an exception has cancelled the run and joined it.
/// </remarks>
internal sealed class DetectionPump(PSCmdlet cmdlet, DetectionRun run, OutputShape shape) : IDisposable
{
    private readonly Dictionary<string, DetectionError> _deadModels = new(StringComparer.Ordinal);
    private bool _sampled;

    /// <summary>Runs a part of the cmdlet that posts images.</summary>
    /// <param name="part">The part.</param>
    public void Pump(Action part)
    {
        var finished = false;
        try
        {
            part();
            while (!run.HasRoom) Emit(run.Take());
            finished = true;
        }
        catch (OperationCanceledException) when (cmdlet.Stopping)
        {
            throw new PipelineStoppedException();
        }
        finally
        {
            if (!finished) run.Dispose();
        }
    }

    /// <summary>Starts on an image, when there is room.</summary>
    public void Post(DetectionRequest request)
    {
        if (_deadModels.TryGetValue(request.ProjectVersionArn.Text, out var error)) Post(request.Unanswered().Failed(error, DateTime.UtcNow));
        else WhenRoom(() => run.Post(request));
    }

    /// <summary>Puts an image that failed already in its place among the others.</summary>
    public void Post(DetectionResult failed) => WhenRoom(() => run.Post(failed));

    /// <summary>Ends the command with an error, after everything that has come before it.</summary>
    public void Terminate(DetectionException exception, object? target)
    {
        while (!run.IsIdle) Emit(run.Take());
        cmdlet.ThrowTerminatingError(Errors.Record(exception, target));
    }

    /// <summary>Emits all that is left.</summary>
    public void Complete() => Pump(() =>
    {
        while (!run.IsIdle) Emit(run.Take());
    });

    /// <summary>Abandons what is in flight; from any thread.</summary>
    public void Cancel() => run.Cancel();

    /// <inheritdoc/>
    public void Dispose() => run.Dispose();

    private void WhenRoom(Action post)
    {
        while (!run.HasRoom) Emit(run.Take());
        post();
    }

    private void Emit(RunEvent runEvent)
    {
        if (runEvent.Result is { } result) Emit(result);
        else if (runEvent.Kind == RunEventKind.Verbose) cmdlet.WriteVerboseLine(runEvent.Text);
        else cmdlet.WriteDebug(runEvent.Text);
    }

    private void Emit(DetectionResult result)
    {
        if (result.Error is { } error) Fail(result, error);
        else if (shape.Sample is not null) WriteSample(shape.Sample);
        else if (shape.ExpandLabels) cmdlet.WriteObject(result.CustomLabels, enumerateCollection: true);
        else cmdlet.WriteObject(result);
    }

    private void WriteSample(string sample)
    {
        if (!_sampled) cmdlet.WriteObject(sample);
        _sampled = true;
    }

    private void Fail(DetectionResult result, DetectionError error)
    {
        if (error.Scope == ErrorScope.Run || (error.Scope == ErrorScope.Model && result.ProjectVersionArn == shape.CommandModel)) cmdlet.ThrowTerminatingError(Errors.Of(result));
        var isRepeated = error.Scope == ErrorScope.Model && _deadModels.ContainsKey(result.ProjectVersionArn);
        if (error.Scope == ErrorScope.Model) _deadModels[result.ProjectVersionArn] = error;
        if (shape.IncludeFailed) cmdlet.WriteObject(result);
        else if (isRepeated) cmdlet.WriteVerboseLine($"Skipped '{VisibleText.Of(result.Image)}': its model failed before ({error.Id}).");
        else cmdlet.WriteError(Errors.Of(result));
    }
}
