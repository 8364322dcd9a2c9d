using System;
using System.Management.Automation;
using CustomLabels.Binding;
using CustomLabels.Reports.Detections;
using static System.FormattableString;

namespace CustomLabels.Commands;

/// <content>What goes into the report, and what is said of it.</content>
public sealed partial class ExportRKDetectionReportCommand
{
    private GroundTruthIndex? ReadTruth()
    {
        if (GroundTruth is null) return null;
        var index = new GroundTruthIndex();
        foreach (var image in new TruthInput(this, imageRoot: null, _stopping.Token).Read(GroundTruth)) index.Add(image);
        return index;
    }

    private bool IsConfirmed()
    {
        var isConfirmed = false;
        EndingWithErrors(() => isConfirmed = Confirmation.Given(this, Force, _target, $"Write a report{(Force ? ", and replace what is there" : "")}."));
        return isConfirmed;
    }

    private void WarnOfAbsentPictures()
    {
        if (_previews.Unavailable is { } reason) WriteWarning($"No small pictures could be made here, and the report shows the pictures themselves, from where they are: {reason}");
        Warn(_report.S3Count, "objects in S3, and are in the report without a picture. Download them, and ask about the files.");
        Warn(_report.UnreadableCount, "files that can't be read here any more, or are no pictures; they are in the report without a picture.");
    }

    private void Warn(int count, string what)
    {
        if (count > 0) WriteWarning(Invariant($"{count:N0} of the pictures are {what}"));
    }

    private void EndingWithErrors(Action action)
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
            _bar.Dismiss();
            ThrowTerminatingError(Errors.Record(exception, _target.Length > 0 ? _target : null));
        }
    }
}
