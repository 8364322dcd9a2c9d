using System.Management.Automation;
using CustomLabels.Endpoints;

namespace CustomLabels.Commands;

/// <summary>Stops local endpoints: those given, or all that this session has started.</summary>
[Cmdlet(VerbsLifecycle.Stop, "RKLocalEndpoint")]
public sealed class StopRKLocalEndpointCommand : PSCmdlet
{
    /// <summary>The endpoints to stop; without it, all of this session.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    public LocalEndpoint[]? Endpoint { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // With an empty pipeline this is never reached: nothing is stopped that was not named.
        foreach (var endpoint in Endpoint ?? SessionEndpoints.Current.Running) endpoint.Dispose();
    }

}
