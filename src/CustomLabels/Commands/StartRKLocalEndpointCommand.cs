using System;
using System.IO;
using System.Management.Automation;
using System.Net.Sockets;
using CustomLabels.Endpoints;
using CustomLabels.Local;
using CustomLabels.Parameters;

namespace CustomLabels.Commands;

/// <summary>Serves the Custom Labels API on the loopback address, answered from labelled data.</summary>
[Cmdlet(VerbsLifecycle.Start, "RKLocalEndpoint")]
[OutputType(typeof(LocalEndpoint))]
public sealed class StartRKLocalEndpointCommand : PSCmdlet
{
    /// <summary>A SageMaker Ground Truth manifest (JSON Lines): which labels each image has.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Manifest { get; set; } = "";

    /// <summary>The folder that stands for the manifest's bucket; without it, the manifest's own.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? ImageRoot { get; set; }

    /// <summary>The port; 0 takes a free one.</summary>
    [Parameter]
    [ValidateRange(0, 65535)]
    public int Port { get; set; }

    /// <summary>How long each answer takes, in seconds or as a TimeSpan.</summary>
    [Parameter]
    [Duration]
    public TimeSpan Latency { get; set; }

    /// <summary>The least confidence of labels, 0 to 100, for requests that don't give one: it stands for the model's assumed thresholds.</summary>
    [Parameter]
    [ValidateRange(0d, 100d)]
    public double AssumedThreshold { get; set; } = 50;

    /// <summary>The largest image accepted as bytes. AWS documents 4 MB.</summary>
    [Parameter]
    [ValidateRange(1, 5242880)]
    public int MaxImageByteCount { get; set; } = 4194304;

    /// <summary>Answer requests that are not signed, too.</summary>
    [Parameter]
    public SwitchParameter AllowUnsigned { get; set; }

    /// <summary>An access key id that requests must be signed with; goes with SecretKey. Without keys any signature is accepted.</summary>
    [Parameter]
    [Alias("AK")]
    [ValidateNotNullOrEmpty]
    public string? AccessKey { get; set; }

    /// <summary>The secret access key that requests must be signed with.</summary>
    [Parameter]
    [Alias("SK", "SecretAccessKey")]
    [ValidateNotNullOrEmpty]
    public string? SecretKey { get; set; }

    /// <summary>The session token that requests must carry.</summary>
    [Parameter]
    [Alias("ST")]
    [ValidateNotNullOrEmpty]
    public string? SessionToken { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var options = new LocalEndpointOptions
        {
            Manifest = FullPath(Manifest),
            ImageRoot = ImageRoot is null ? null : FullPath(ImageRoot),
            Port = Port,
            Latency = Latency,
            AssumedThreshold = AssumedThreshold,
            MaxImageByteCount = MaxImageByteCount,
            AllowUnsigned = AllowUnsigned,
            AccessKey = AccessKey,
            SecretKey = SecretKey,
            SessionToken = SessionToken,
        };

        // Error and debug records refer to these, and whoever saves one as JSON saves them.
        foreach (var key in new[] { nameof(AccessKey), nameof(SecretKey), nameof(SessionToken) }) MyInvocation.BoundParameters.Remove(key);
        try
        {
            var endpoint = LocalEndpoint.Start(options);
            SessionEndpoints.Current.Add(endpoint);
            WriteObject(endpoint);
        }
        catch (ManifestException exception)
        {
            Terminate(exception, "ManifestInvalid", ErrorCategory.InvalidData, options.Manifest);
        }
        catch (IOException exception) when (exception.InnerException is SocketException)
        {
            Terminate(exception, "PortUnavailable", ErrorCategory.ResourceUnavailable, Port);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Terminate(exception, "ManifestUnreadable", ErrorCategory.ReadError, options.Manifest);
        }
        catch (ArgumentException exception)
        {
            Terminate(exception, "EndpointOptionInvalid", ErrorCategory.InvalidArgument, exception.ParamName ?? "");
        }
    }

    private void Terminate(Exception exception, string id, ErrorCategory category, object target) =>
        ThrowTerminatingError(new ErrorRecord(exception, id, category, target));

    private string FullPath(string path) => SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);
}
