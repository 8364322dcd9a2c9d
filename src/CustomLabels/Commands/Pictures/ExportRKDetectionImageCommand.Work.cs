using System;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using CustomLabels.Loading;
using CustomLabels.Output;
using CustomLabels.Pictures;

namespace CustomLabels.Commands;

/// <summary>The work: a few pictures at once, and their files in order.</summary>
public sealed partial class ExportRKDetectionImageCommand
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(0.2);

    private PictureQueue? _queue;

    /// <summary>Waits for what is under way.</summary>
    public void Dispose()
    {
        // Not the source: it holds nothing, and a stop may still reach it.
        _queue?.Dispose();
    }

    private void Export(ListProgress progress)
    {
        var sources = new SourceFiles();
        foreach (var path in _pictures.All.Select(picture => picture.LiteralPath).OfType<string>()) sources.Add(path);
        var plan = new PicturePlan(_settings, new PictureNames(_destination, _root, Format), sources, Force, _notes, () => ImagingLibrary.PictureDrawer);
        // Disposed with the command, which PowerShell does however it ends.
        var queue = _queue = new PictureQueue(Environment.ProcessorCount, Force);
        using var stop = _stopping.Token.Register(queue.Stop);
        for (var i = 0; i < _pictures.All.Count; i++)
        {
            if (Planned(plan, _pictures.All[i]) is { } job) queue.Add(job);
            while (queue.IsFull) Take(queue);
            progress.Show(i + 1, _pictures.All.Count, "pictures");
        }

        while (!queue.IsEmpty) Take(queue);
    }

    private PictureJob? Planned(PicturePlan plan, SourcePicture picture)
    {
        try
        {
            return plan.Of(picture) is { } job && Confirmation.Given(this, Force, job.Targets[0], Action(job)) ? job : null;
        }
        catch (CustomLabelsException exception) when (exception.Error.Scope == ErrorScope.Image)
        {
            WriteError(Errors.Record(exception, picture.LiteralPath ?? VisibleText.Cut(picture.Name)));
            return null;
        }
    }

    private string Action(PictureJob job)
    {
        var what = IsRedacting ? "Write the picture with its detections unrecognisable" : IsCropping ? $"Write {job.Targets.Count} parts" : "Write the picture with its labels drawn";
        return $"{what}, from '{VisibleText.Of(job.Source)}'{(Force ? "; what is there is replaced" : "")}.";
    }

    private void Take(PictureQueue queue)
    {
        PictureJob? job;
        Task<DrawnPicture>? work;
        while (!queue.TryTake(LongestWait, out job, out work)) _stopping.Token.ThrowIfCancellationRequested();
        try
        {
            _notes.Add(this, job.Source, work.GetAwaiter().GetResult());
            foreach (var target in job.Targets) WriteObject(InvokeProvider.Item.Get([target], force: true, literalPath: true), enumerateCollection: true);
        }
        catch (CustomLabelsException exception) when (exception.Error.Scope == ErrorScope.Image)
        {
            WriteError(Errors.Record(exception, job.Source));
        }
    }
}
