using System;
using System.Collections.Generic;
using System.Management.Automation;
using CustomLabels.Arns;
using CustomLabels.Detection;
using CustomLabels.Detection.Scheduling;
using CustomLabels.Time;

namespace CustomLabels.Output;

/// <summary>Moves images from a cmdlet into a run and what comes out of it onto the cmdlet's streams, on the pipeline's thread.</summary>
/// <remarks>
/// A pipeline can end in the middle of any write (Select-Object -First, an error downstream, -ErrorAction Stop) without the cmdlet being told
/// anything but Dispose, and in any wait (Ctrl+C). So whatever leaves <see cref="Pump"/> by an exception has cancelled the run and joined it.
/// </remarks>
internal sealed class DetectionPump(PSCmdlet cmdlet, DetectionRun run, OutputShape shape, IClock clock) : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(0.2);

    private readonly HashSet<string> _deadModels = new(StringComparer.Ordinal);
    private readonly InputPace _pace = new();
    private int _failuresInRow;
    private int _posted;
    private bool _sampled;

    /// <summary>How far it has come.</summary>
    public RunProgress Progress { get; } = new(cmdlet, clock);

    /// <summary>The command begins, and asks for its first image.</summary>
    public void Begin() => _pace.Asked(clock.Elapsed);

    /// <summary>Runs a part of the cmdlet that posts images, and emits what is finished.</summary>
    /// <param name="part">The part.</param>
    public void Pump(Action part) => Guard(() =>
    {
        _pace.Came(clock.Elapsed);
        part();
        MakeRoom();
        while (run.TryTake(TimeSpan.Zero, out var runEvent)) Emit(runEvent);
        if (_pace.IsSlowerThan(run.Turnaround)) Settle(clock.Elapsed + _pace.MeanGap);
        _pace.Asked(clock.Elapsed);
    });

    /// <summary>Starts on an image, when there is room.</summary>
    public void Post(DetectionRequest request)
    {
        MakeRoom();
        run.Post(request);
        _posted++;
    }

    /// <summary>Puts an image that failed already in its place among the others.</summary>
    public void Post(DetectionResult failed)
    {
        MakeRoom();
        run.Post(failed);
        _posted++;
    }

    /// <summary>Emits everything that was posted.</summary>
    public void Settle() => Settle(TimeSpan.MaxValue);

    /// <summary>Ends the command with an error, after everything that has come before it.</summary>
    public void Terminate(CustomLabelsException exception, object? target)
    {
        Settle();
        Progress.Complete();
        cmdlet.ThrowTerminatingError(Errors.Record(exception, target));
    }

    /// <summary>Emits all that is left: no more images come.</summary>
    public void Complete() => Guard(() =>
    {
        Progress.Total = _posted;
        Settle();
        Progress.Complete();
    });

    /// <summary>Abandons what is in flight; from any thread.</summary>
    public void Cancel() => run.Cancel();

    /// <inheritdoc/>
    public void Dispose() => run.Dispose();

    private void Guard(Action action)
    {
        var finished = false;
        try
        {
            action();
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

    private void MakeRoom()
    {
        while (!run.HasRoom) EmitNext(LongestWait);
    }

    private void Settle(TimeSpan deadline)
    {
        while (!run.IsIdle && deadline - clock.Elapsed is { Ticks: > 0 } left) EmitNext(left < LongestWait ? left : LongestWait);
    }

    private void EmitNext(TimeSpan wait)
    {
        if (run.TryTake(wait, out var runEvent)) Emit(runEvent);
        Progress.Show();
    }

    private void Emit(RunEvent runEvent)
    {
        switch (runEvent.Kind)
        {
            case RunEventKind.Verbose: cmdlet.WriteVerboseLine(runEvent.Text); break;
            case RunEventKind.Debug: cmdlet.WriteDebug(runEvent.Text); break;
            case RunEventKind.Ended: End(runEvent.Result!); break;
            default: Emit(runEvent.Result!); break;
        }
    }

    private void Emit(DetectionResult result)
    {
        Write(result);
        // A failure that a journal gives back was counted by the run that met it.
        if (!result.FromJournal) _failuresInRow = result.Error is null ? 0 : _failuresInRow + 1;
        if (_failuresInRow == shape.MaxConsecutiveFailures) End(result);
    }

    private void Write(DetectionResult result)
    {
        Progress.Count(result);
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

    private void Fail(DetectionResult result, CustomLabelsError error)
    {
        var isRepeated = error.Scope == ErrorScope.Model && !_deadModels.Add(result.ProjectVersionArn);
        if (shape.IncludeFailed) cmdlet.WriteObject(result);
        else if (isRepeated) cmdlet.WriteVerboseLine($"Skipped '{VisibleText.Of(result.Image)}': its model failed before ({error.Id}).");
        else cmdlet.WriteError(Errors.Of(result));
    }

    /// <summary>Ends the command with an image's error, after what is finished by now, but for what failed in the same way.</summary>
    private void End(DetectionResult last)
    {
        foreach (var result in run.Abandon())
        {
            if (!shape.EndsRun(result)) Write(result);
        }

        Progress.Complete();
        cmdlet.ThrowTerminatingError(Errors.Of(last));
    }
}
