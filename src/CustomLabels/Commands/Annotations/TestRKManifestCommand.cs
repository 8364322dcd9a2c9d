using System;
using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using System.Threading;
using CustomLabels.Annotations.Content;
using CustomLabels.Annotations.Manifests.Datasets;
using CustomLabels.Binding;

namespace CustomLabels.Commands;

/// <summary>Tests manifests by every documented rule of the service, and sends nothing.</summary>
[Cmdlet(VerbsDiagnostic.Test, "RKManifest", DefaultParameterSetName = ParameterSets.Path)]
[OutputType(typeof(ManifestTestResult), typeof(bool))]
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer holds nothing to dispose, and a stop may still reach it when the command is done.")]
public sealed class TestRKManifestCommand : PSCmdlet
{
    private readonly CancellationTokenSource _stopping = new();
    private AnnotationPaths _paths = null!;
    private string? _testing;
    private string? _imageRoot;

    /// <summary>Paths of training manifests. Wildcards are allowed.</summary>
    [Parameter(Position = 0, ParameterSetName = ParameterSets.Path, ValueFromPipeline = true)]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>Paths of training manifests, taken as they are.</summary>
    [Parameter(ParameterSetName = ParameterSets.LiteralPath, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    public string[]? LiteralPath { get; set; }

    /// <summary>The testing manifest; without one, the service takes testing images from the training manifest.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? TestingManifest { get; set; }

    /// <summary>The folder that stands for the bucket: the images are looked into.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ImageRoot { get; set; }

    /// <summary>Only whether the manifest is valid.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _paths = new AnnotationPaths(this, Quiet);
        try
        {
            if (!MyInvocation.ExpectingInput && Path is null && LiteralPath is null) throw new CustomLabelsException(InputErrors.ManifestMissing());
            _testing = _paths.Full(nameof(TestingManifest), TestingManifest);
            _imageRoot = _paths.Full(nameof(ImageRoot), ImageRoot);
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
        var count = 0;
        foreach (var path in (isLiteral ? LiteralPath : Path) ?? [])
        {
            foreach (var file in _paths.Resolve(path, isLiteral))
            {
                Test(file);
                count++;
            }
        }

        // A script's condition asks about what it gave, also where that is nothing at all.
        if (Quiet && count == 0) WriteObject(false);
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stopping.Cancel();

    private void Test(string file)
    {
        try
        {
            var training = new AnnotationContent(file, _stopping.Token);
            var result = ManifestTester.Test(training, _testing is null ? null : training.Beside(_testing), _imageRoot, _stopping.Token);
            WriteObject(Quiet ? result.IsValid : result);
        }
        catch (OperationCanceledException) when (Stopping)
        {
            throw new PipelineStoppedException();
        }
        catch (CustomLabelsException exception)
        {
            // What can't be read is not valid, which is all that Quiet asks.
            if (Quiet) WriteObject(false);
            else WriteError(Errors.Record(exception, file));
        }
    }
}
