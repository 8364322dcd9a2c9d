using System;
using System.Collections;
using System.IO;
using System.Linq;
using System.Management.Automation;
using CustomLabels.Endpoints;
using CustomLabels.Binding;
using CustomLabels.Loading;

namespace CustomLabels.Commands;

/// <summary>Serves the Custom Labels API on the loopback address, answered from labelled data.</summary>
[Cmdlet(VerbsLifecycle.Start, "RKLocalEndpoint", DefaultParameterSetName = ManifestSet)]
[OutputType(typeof(LocalEndpoint))]
public sealed partial class StartRKLocalEndpointCommand : PSCmdlet
{
    private const string ManifestSet = "Manifest";
    private const string ModelSet = "Model";

    /// <summary>A SageMaker Ground Truth manifest (JSON Lines), or labels in any other format that Import-RKAnnotation reads: which labels each image has. It makes one model that runs. Without it, give -Model or -Journal.</summary>
    [Parameter(Position = 0, ParameterSetName = ManifestSet)]
    [ValidateNotNullOrEmpty]
    public string? Manifest { get; set; }

    /// <summary>The folder that stands for the manifest's bucket; without it, the manifest's own.</summary>
    [Parameter(Position = 1, ParameterSetName = ManifestSet)]
    [ValidateNotNullOrEmpty]
    public string? ImageRoot { get; set; }

    /// <summary>The models, as hashtables with a Manifest and with Project, Version, ImageRoot, MinInferenceUnits, MaxInferenceUnits, Status ...</summary>
    [Parameter(Mandatory = true, ParameterSetName = ModelSet)]
    [ValidateNotNullOrEmpty]
    public IDictionary[] Model { get; set; } = [];

    /// <summary>A journal of Invoke-RKCustomLabelDetection: its model versions answer as they did when it was written, before any manifest.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Journal { get; set; }

    /// <summary>The port; 0 takes a free one.</summary>
    [Parameter]
    [ValidateRange(0, 65535)]
    public int Port { get; set; }

    /// <summary>The least confidence of labels, 0 to 100, for requests that don't give one: it stands for the model's assumed thresholds.</summary>
    [Parameter]
    [ValidateRange(0d, 100d)]
    public double AssumedThreshold { get; set; } = 50;

    /// <summary>The largest image accepted as bytes. AWS documents 4 MB.</summary>
    [Parameter]
    [ValidateRange(1, 5242880)]
    public int MaxImageByteCount { get; set; } = 4194304;

    /// <summary>How an image that is sent is known: by its bytes, or also by its pixels, as a copy that was encoded again or scaled.</summary>
    [Parameter]
    public ImageMatching MatchBy { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => GivenParameters.Take(MyInvocation);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            var endpoint = LocalEndpoint.Start(Options());
            SessionEndpoints.Current.Add(endpoint);
            WarnOfFailedLines(endpoint);
            WriteObject(endpoint);
        }
        catch (CustomLabelsException exception)
        {
            ThrowTerminatingError(Errors.Record(exception, exception.Error.File ?? VisibleText.Cut(FullPath(nameof(Journal), Journal))));
        }
        catch (Exception exception) when (exception is ManifestException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            ThrowTerminatingError(Errors.OfEndpoint(exception, Manifest, Port));
        }
    }

    private void WarnOfFailedLines(LocalEndpoint endpoint)
    {
        foreach (var model in endpoint.Models.Where(model => model.FailedLineCount > 0))
            WriteWarning(FormattableString.Invariant($"Lines of '{VisibleText.Of(model.Manifest)}' that only record that labelling an image failed: {model.FailedLineCount}. They are passed over; those images have no labels here."));
    }

    private LocalEndpointOptions Options() => ServiceOptions() with
    {
        Manifest = FullPath(nameof(Manifest), Manifest),
        ImageRoot = FullPath(nameof(ImageRoot), ImageRoot),
        Models = Model.Select(ModelOf).ToArray(),
        Journal = FullPath(nameof(Journal), Journal),
        Yaml = new LateYamlParser(),
        Port = Port,
        AssumedThreshold = AssumedThreshold,
        MaxImageByteCount = MaxImageByteCount,
        MatchBy = MatchBy,
        Fingerprinter = MatchBy == ImageMatching.Pixels ? ImagingLibrary.Fingerprinter : null,
    };

    private LocalModel ModelOf(IDictionary settings)
    {
        var model = LocalModel.FromSettings(PlainSettings.Of(settings));
        return model with { Manifest = FullPath(nameof(Model), model.Manifest), ImageRoot = FullPath(nameof(Model), model.ImageRoot) };
    }

    private string? FullPath(string option, string? path) => string.IsNullOrEmpty(path)
        ? path
        : PathResolver.FullPath(SessionState, path!, reason => new LocalOptionException($"{option} has the path '{VisibleText.Of(path)}'. {VisibleText.Of(reason)}", option));
}
