using System.Collections.Generic;
using System.Management.Automation;

namespace CustomLabels.Commands;

/// <summary>Lists the leases of this user on this machine: the models that this module has started, and until when. The service isn't asked.</summary>
[Cmdlet(VerbsCommon.Get, "RKModelLease", DefaultParameterSetName = ArnSet)]
[OutputType(typeof(ModelLease))]
public sealed class GetRKModelLeaseCommand : PSCmdlet
{
    private const string ArnSet = "Arn";
    private const string IdSet = "Id";

    private LeaseSelection? _selection;

    /// <summary>Models, by ARN or as project/version, with wildcards if you like. Without it, the leases of all.</summary>
    [Parameter(Position = 0, ParameterSetName = ArnSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [Alias("Arn", "Model")]
    public string[]? ProjectVersionArn { get; set; }

    /// <summary>Ids of leases.</summary>
    [Parameter(ParameterSetName = IdSet)]
    public string[]? Id { get; set; }

    /// <summary>Another folder of leases than the usual one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? LeasePath { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            var parameter = ParameterSetName == IdSet ? nameof(Id) : nameof(ProjectVersionArn);
            var isAll = !MyInvocation.BoundParameters.ContainsKey(parameter);
            var names = isAll ? [] : LeaseSelection.Names(parameter, Id ?? ProjectVersionArn);
            _selection ??= LeaseSelection.Open(this, LeasePath);
            var leases = _selection.All();
            if (isAll) WriteObject(leases, enumerateCollection: true);
            foreach (var name in names) Write(leases, name);
        }
        catch (CustomLabelsException exception)
        {
            ThrowTerminatingError(Errors.Record(exception, LeasePath));
        }
    }

    private void Write(IReadOnlyList<ModelLease> leases, string name)
    {
        try
        {
            WriteObject(_selection!.Matching(leases, name), enumerateCollection: true);
        }
        catch (CustomLabelsException exception)
        {
            WriteError(Errors.Record(exception, VisibleText.Cut(name)));
        }
    }
}
