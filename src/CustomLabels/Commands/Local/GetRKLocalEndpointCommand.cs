using System.Linq;
using System.Management.Automation;
using CustomLabels.Endpoints;

namespace CustomLabels.Commands;

/// <summary>The local endpoints that this session has started and that run, with their counters.</summary>
[Cmdlet(VerbsCommon.Get, "RKLocalEndpoint")]
[OutputType(typeof(LocalEndpoint))]
public sealed class GetRKLocalEndpointCommand : PSCmdlet
{
    /// <summary>Only the endpoints on these ports.</summary>
    [Parameter(Position = 0)]
    [ValidateRange(1, 65535)]
    public int[]? Port { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        WriteObject(SessionEndpoints.Current.Running.Where(endpoint => Port is null || Port.Contains(endpoint.Port)), enumerateCollection: true);
}
