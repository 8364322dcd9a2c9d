using System;
using System.Collections;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Net.Sockets;
using CustomLabels.Endpoints;
using CustomLabels.Parameters;

namespace CustomLabels.Commands;

/// <summary>Serves the Custom Labels API on the loopback address, answered from labelled data.</summary>
[Cmdlet(VerbsLifecycle.Start, "RKLocalEndpoint", DefaultParameterSetName = ManifestSet)]
[OutputType(typeof(LocalEndpoint))]
public sealed class StartRKLocalEndpointCommand : LocalServiceCmdlet
{
    private const string ManifestSet = "Manifest";
    private const string ModelSet = "Model";

    /// <summary>A SageMaker Ground Truth manifest (JSON Lines): which labels each image has. It makes one model that runs. Without it, give -Model or -Journal.</summary>
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

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            var endpoint = LocalEndpoint.Start(Options());
            SessionEndpoints.Current.Add(endpoint);
            WriteObject(endpoint);
        }
        catch (ManifestException exception)
        {
            Terminate(exception, "ManifestInvalid", ErrorCategory.InvalidData, exception.File);
        }
        catch (DetectionException exception)
        {
            ThrowTerminatingError(Errors.Record(exception, FullPath(Journal)));
        }
        catch (IOException exception) when (exception.InnerException is SocketException)
        {
            Terminate(exception, "PortUnavailable", ErrorCategory.ResourceUnavailable, Port);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Terminate(exception, "ManifestUnreadable", ErrorCategory.ReadError, (exception as FileNotFoundException)?.FileName ?? FullPath(Manifest));
        }
        catch (ArgumentException exception)
        {
            Terminate(exception, "EndpointOptionInvalid", ErrorCategory.InvalidArgument, exception.ParamName);
        }
    }

    private LocalEndpointOptions Options() => ServiceOptions() with
    {
        Manifest = FullPath(Manifest),
        ImageRoot = FullPath(ImageRoot),
        Models = Model.Select(settings => LocalModel.FromSettings(PlainSettings.Of(settings))).Select(model => model with { Manifest = FullPath(model.Manifest), ImageRoot = FullPath(model.ImageRoot) }).ToArray(),
        Journal = FullPath(Journal),
        Port = Port,
        AssumedThreshold = AssumedThreshold,
        MaxImageByteCount = MaxImageByteCount,
    };

    private void Terminate(Exception exception, string id, ErrorCategory category, object? target) =>
        ThrowTerminatingError(new ErrorRecord(exception, id, category, target));

    private string? FullPath(string? path) => string.IsNullOrEmpty(path) ? path : SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);
}
