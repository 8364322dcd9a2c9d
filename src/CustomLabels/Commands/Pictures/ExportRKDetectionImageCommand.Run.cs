using System;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Binding;
using CustomLabels.Loading;
using CustomLabels.Output;
using CustomLabels.Pictures;
using CustomLabels.Time;

namespace CustomLabels.Commands;

/// <summary>The run: pictures are collected, since none of them may be overwritten, and then worked on in order.</summary>
public sealed partial class ExportRKDetectionImageCommand
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(0.2);

    private readonly CancellationTokenSource _stopping = new();
    private readonly SourcePictures _pictures = new();
    private readonly PictureNotes _notes = new();
    private string _destination = "";
    private string? _root;
    private PictureSettings _settings = null!;
    private PictureQueue? _queue;

    // Also where only what belongs to it is given, as -Padding or Blur; -Redact:$false is a no.
    private bool IsCropping => ParameterSetName == CropSet && IsNotOff(nameof(Crop), Crop);

    private bool IsRedacting => ParameterSetName == RedactSet && IsNotOff(nameof(Redact), Redact);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        try
        {
            if (!MyInvocation.ExpectingInput && InputObject is null) throw new CustomLabelsException(PictureErrors.Missing());
            if (KeepMetadata && IsRedacting) throw new CustomLabelsException(PictureErrors.MetadataOfRedacted());
            var paths = new AnnotationPaths(this);
            _destination = paths.Full(nameof(Destination), Destination) ?? throw new CustomLabelsException(PictureErrors.DestinationMissing());
            _root = paths.Full(nameof(Root), Root);
            var style = new AnnotationStyle(ColorParameter.Of(Color), FontSize, LineWidth, paths.Full(nameof(FontPath), FontPath));
            _settings = new PictureSettings(new LabelSelection(Label), MinConfidence, new PictureEncoding(Format, Quality ?? UsualQuality, MaxDimension, KeepMetadata))
            {
                Style = style, Padding = IsCropping ? Padding ?? 0 : null, Redaction = IsRedacting ? Redaction : null, IsInverted = Invert, IncludesUnlabelled = IncludeUnlabelled,
            };
            if (FontPath is not null) ImagingLibrary.PictureDrawer.LoadFonts(style.FontPath);
        }
        catch (CustomLabelsException exception)
        {
            ThrowTerminatingError(Errors.Record(exception, target: null));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var item in InputObject ?? [null!])
        {
            switch (item is PSObject wrapped ? wrapped.BaseObject : item)
            {
                case DetectionResult result:
                    _pictures.Add(result);
                    break;
                case CustomLabel label:
                    _pictures.Add(label);
                    break;
                case ImageAnnotation annotation:
                    _pictures.Add(annotation);
                    break;
                default:
                    ThrowTerminatingError(Errors.Record(new CustomLabelsException(UnsupportedInput.OfAnnotations(item)), item));
                    break;
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var progress = new ListProgress(this, "Writing pictures", new SystemClock());
        try
        {
            if (GroundTruth is not null) _notes.WithoutTruth = _pictures.AddTruth(new TruthInput(this, _root, _stopping.Token).Read(GroundTruth));
            Export(progress);
            _notes.Warn(this, MinConfidence);
        }
        catch (OperationCanceledException) when (Stopping)
        {
            throw new PipelineStoppedException();
        }
        catch (CustomLabelsException exception)
        {
            ThrowTerminatingError(Errors.Record(exception, target: null));
        }
        finally
        {
            progress.Complete();
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stopping.Cancel();

    /// <summary>Waits for what is under way.</summary>
    public void Dispose()
    {
        // Not the source: it holds nothing, and a stop may still reach it.
        _queue?.Dispose();
    }

    private bool IsNotOff(string name, bool value) => value || !MyInvocation.BoundParameters.ContainsKey(name);

    private void Export(ListProgress progress)
    {
        var sources = new SourceFiles();
        foreach (var path in _pictures.All.Select(picture => picture.LiteralPath).OfType<string>()) sources.Add(path);
        var plan = new PicturePlan(_settings, new PictureNames(_destination, _root, Format), sources, Force, _notes, () => ImagingLibrary.PictureDrawer);
        using var queue = _queue = new PictureQueue(Environment.ProcessorCount, Force);
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
