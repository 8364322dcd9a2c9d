using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api;
using CustomLabels.Binding;
using CustomLabels.Detection;
using CustomLabels.Detection.Journal;
using CustomLabels.Time;

namespace CustomLabels.Commands;

/// <content>The journal: what it has is not done again.</content>
public sealed partial class InvokeRKCustomLabelDetectionCommand
{
    private DetectionJournal? _journal;

    /// <summary>A file that keeps each finished image. Run the same command again, and their results come from it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <summary>Results wait until the journal's line is on the device: what was emitted outlasts a power failure.</summary>
    [Parameter]
    public SwitchParameter Durable { get; set; }

    /// <summary>Images that failed in an earlier run are not tried again: they come from the journal as the failures they were.</summary>
    [Parameter]
    public SwitchParameter SkipFailed { get; set; }

    /// <summary>Files are read and compared by content also where length and time are those of the journal.</summary>
    [Parameter]
    public SwitchParameter VerifyContent { get; set; }

    /// <summary>Opens the journal that the parameters name, and says what was cut off of it.</summary>
    /// <param name="detect">Does an image that is not in it.</param>
    /// <param name="applyOrientation">What pixel boxes refer to.</param>
    /// <param name="clock">The time.</param>
    /// <returns>What does each image.</returns>
    private Func<DetectionRequest, ICallLog, CancellationToken, Task<DetectionResult>> OpenJournal(
        Func<DetectionRequest, ICallLog, CancellationToken, Task<DetectionResult>> detect, bool applyOrientation, IClock clock)
    {
        try
        {
            if (JournalPath is null && (Durable || SkipFailed || VerifyContent)) throw new CustomLabelsException(JournalErrors.PathMissing());
            // A sample answer is not a result.
            if (JournalPath is null || Sample is not null) return detect;
            _journal = DetectionJournal.Open(Options(applyOrientation), detect, clock, Stopped);
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
        catch (CustomLabelsException exception)
        {
            End(exception, VisibleText.Cut(JournalPath));
        }

        if (_journal.TornLength > 0) WriteWarning(JournalErrors.CutOff(JournalPath, _journal.TornLength));
        return _journal.DetectAsync;
    }

    /// <summary>A request that says what the journal keeps of its tag.</summary>
    private DetectionRequest WithJournalTag(DetectionRequest request) => _journal is null ? request : request with { JournalTag = PlainTag.Of(Tag) };

    /// <summary>Writes a result to the journal, if there is one, and waits until it is written: for an image that failed before anything was sent.</summary>
    /// <returns>The same result.</returns>
    /// <exception cref="CustomLabelsException">The journal can't be written.</exception>
    private DetectionResult AppendToJournal(DetectionResult failed)
    {
        if (_journal?.AppendAsync(failed, PlainTag.Of(Tag)) is not { } written) return failed;
        while (Task.WaitAny([written], millisecondsTimeout: 100) < 0)
        {
            if (Stopping) throw new PipelineStoppedException();
        }

        written.GetAwaiter().GetResult();
        return failed;
    }

    private JournalOptions Options(bool applyOrientation) => new(PathResolver.FullPath(SessionState, JournalPath!, reason => new CustomLabelsException(JournalErrors.Unreadable(JournalPath!, reason))))
    {
        IsDurable = Durable,
        SkipsFailed = SkipFailed,
        VerifiesContent = VerifyContent,
        Shrinks = Oversized == OversizedHandling.Shrink,
        AppliesOrientation = applyOrientation,
    };
}
