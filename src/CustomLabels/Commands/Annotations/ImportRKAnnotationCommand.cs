using System;
using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using System.Threading;
using CustomLabels.Annotations;
using CustomLabels.Annotations.Content;
using CustomLabels.Annotations.Formats;
using CustomLabels.Binding;
using CustomLabels.Loading;
using CustomLabels.Output;

namespace CustomLabels.Commands;

/// <summary>Reads labels of images that other tools made: one object for each image.</summary>
[Cmdlet(VerbsData.Import, "RKAnnotation", DefaultParameterSetName = ParameterSets.Path)]
[OutputType(typeof(ImageAnnotation))]
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer holds nothing to dispose, and a stop may still reach it when the command is done.")]
public sealed class ImportRKAnnotationCommand : PSCmdlet
{
    private readonly CancellationTokenSource _stopping = new();
    private AnnotationPaths _paths = null!;
    private AnnotationChanges _changes = null!;
    private AnnotationReport _report = null!;
    private string? _imageRoot;
    private string? _imagesFrom;

    /// <summary>Paths of files or folders with labels. Wildcards are allowed.</summary>
    [Parameter(Position = 0, ParameterSetName = ParameterSets.Path, ValueFromPipeline = true)]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>Paths of files or folders with labels, taken as they are.</summary>
    [Parameter(ParameterSetName = ParameterSets.LiteralPath, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    public string[]? LiteralPath { get; set; }

    /// <summary>The format; without it, it is found by the content.</summary>
    [Parameter]
    public AnnotationFormat? Format { get; set; }

    /// <summary>The folder that the images are below; without it, the place that the format has them in.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ImageRoot { get; set; }

    /// <summary>The COCO file with the images and categories of a COCO results file, which has their ids only.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ImagesFrom { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _paths = new AnnotationPaths(this);
        _changes = new AnnotationChanges(this);
        _report = new AnnotationReport(_changes.Write);
        try
        {
            if (!MyInvocation.ExpectingInput && Path is null && LiteralPath is null) throw new CustomLabelsException(InputErrors.AnnotationMissing());
            _imageRoot = _paths.Full(nameof(ImageRoot), ImageRoot);
            _imagesFrom = _paths.Full(nameof(ImagesFrom), ImagesFrom);
        }
        catch (CustomLabelsException exception)
        {
            ThrowTerminatingError(Errors.Record(exception, target: null));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var isLiteral = ParameterSetName == ParameterSets.LiteralPath;
        foreach (var path in (isLiteral ? LiteralPath : Path) ?? [])
        {
            foreach (var file in _paths.Resolve(path, isLiteral)) Import(file);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => _changes.Warn(_report);

    /// <inheritdoc/>
    protected override void StopProcessing() => _stopping.Cancel();

    private void Import(string file)
    {
        try
        {
            var content = new AnnotationContent(file, _stopping.Token);
            var input = new AnnotationInput(content, _report) { ImageRoot = _imageRoot, ImagesFrom = _imagesFrom is null ? null : content.Beside(_imagesFrom), Yaml = new LateYamlParser() };
            foreach (var image in AnnotationFormats.Read(input, Format)) WriteObject(image);
        }
        catch (OperationCanceledException) when (Stopping)
        {
            throw new PipelineStoppedException();
        }
        catch (CustomLabelsException exception)
        {
            WriteError(Errors.Record(exception, file));
        }
    }
}
