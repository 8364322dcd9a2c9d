using System;
using System.Management.Automation;
using System.Threading;
using CustomLabels.Binding;
using CustomLabels.Loading;
using CustomLabels.Output;
using CustomLabels.Pictures;
using CustomLabels.Time;

namespace CustomLabels.Commands;

/// <summary>The run: pictures are collected, since none of them may be overwritten, and then worked on in order.</summary>
public sealed partial class ExportRKDetectionImageCommand
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly SourcePictures _pictures = new();
    private readonly PictureNotes _notes = new();
    private string _destination = "";
    private string? _root;
    private PictureSettings _settings = null!;

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
            try
            {
                LabelledInput.Give(item, _pictures);
            }
            catch (CustomLabelsException exception)
            {
                ThrowTerminatingError(Errors.Record(exception, item));
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

    private bool IsNotOff(string name, bool value) => value || !MyInvocation.BoundParameters.ContainsKey(name);
}
