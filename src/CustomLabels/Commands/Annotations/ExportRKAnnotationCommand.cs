using System.Collections;
using System.Management.Automation;
using CustomLabels.Annotations;
using CustomLabels.Annotations.Formats;
using CustomLabels.Binding;
using CustomLabels.Images;
using CustomLabels.Output;
using static System.FormattableString;

namespace CustomLabels.Commands;

/// <summary>Writes labels of images in the form that another tool reads. Nothing is written before everything is known.</summary>
[Cmdlet(VerbsData.Export, "RKAnnotation", SupportsShouldProcess = true)]
[OutputType(typeof(AnnotationExport))]
public sealed class ExportRKAnnotationCommand : PSCmdlet
{
    private AnnotationChanges _changes = null!;
    private AnnotationReport _report = null!;
    private AnnotationExporter _exporter = null!;
    private string _target = "";

    /// <summary>The file to write, or the folder for a format that has several files.</summary>
    [Parameter(Position = 0)]
    public string? Path { get; set; }

    /// <summary>Annotations of Import-RKAnnotation, or results or labels of Invoke-RKCustomLabelDetection.</summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    public object[]? InputObject { get; set; }

    /// <summary>The format.</summary>
    [Parameter]
    public AnnotationFormat? Format { get; set; }

    /// <summary>For a manifest: what comes before the names of files, s3://bucket or s3://bucket/folder.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SourcePrefix { get; set; }

    /// <summary>The folder that names of images are told from; without it, names are as they were read, or told from the folder that all files have in common.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ImageRoot { get; set; }

    /// <summary>New names of labels by the old ones.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? LabelMap { get; set; }

    /// <summary>Write nothing where the format can't hold everything.</summary>
    [Parameter]
    public SwitchParameter Strict { get; set; }

    /// <summary>Replace what is there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _changes = new AnnotationChanges(this);
        _report = new AnnotationReport(_changes.Write);
        try
        {
            if (!MyInvocation.ExpectingInput && InputObject is null) throw new CustomLabelsException(ExportErrors.Missing());
            if (Format is not { } format) throw new CustomLabelsException(InputErrors.FormatMissing(AnnotationFormats.Written));
            var paths = new AnnotationPaths(this);
            _target = paths.Full(nameof(Path), Path) ?? throw new CustomLabelsException(InputErrors.OutputMissing());
            if (SourcePrefix is { } prefix && !(S3Uri.IsS3Uri(prefix) && prefix.TrimEnd('/').Length > S3Uri.Scheme.Length)) throw new CustomLabelsException(ExportErrors.SourcePrefixInvalid(prefix));
            var options = new ExportOptions(_target, format) { ImageRoot = paths.Full(nameof(ImageRoot), ImageRoot), SourcePrefix = SourcePrefix, LabelMap = LabelMapParameter.Of(LabelMap), IsStrict = Strict, Replaces = Force };
            _exporter = new AnnotationExporter(options, _report);
        }
        catch (CustomLabelsException exception)
        {
            ThrowTerminatingError(Errors.Record(exception, _target.Length > 0 ? _target : null));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var item in InputObject ?? [null!])
        {
            try
            {
                LabelledInput.Give(item, _exporter);
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
        // Nothing came: no file is better than an empty one that something trains with.
        if (_exporter.Count == 0) return;
        try
        {
            if (!Confirmation.Given(this, Force, _target, Invariant($"Write the labels of {_exporter.Count} images as {Format}{(Force ? ", and replace what is there" : "")}."))) return;
            var export = _exporter.Write();
            _changes.Warn(_report);
            WriteObject(export);
        }
        catch (CustomLabelsException exception)
        {
            ThrowTerminatingError(Errors.Record(exception, _target));
        }
    }
}
