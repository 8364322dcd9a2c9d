using System;
using System.Linq;
using System.Management.Automation;
using CustomLabels.Api.Generated;
using CustomLabels.Binding;
using CustomLabels.Completion;
using CustomLabels.Leases;
using CustomLabels.Models;
using CustomLabels.Output;
using CustomLabels.Time;

namespace CustomLabels.Commands;

/// <summary>Lists the Custom Labels models of the account in one region: what runs, and about what it costs.</summary>
[Cmdlet(VerbsCommon.Get, "RKModel", DefaultParameterSetName = NameSet)]
[OutputType(typeof(Model))]
public sealed class GetRKModelCommand : AwsCmdlet, IDisposable
{
    private const string NameSet = "Name";
    private const string ArnSet = "Arn";

    private AccountClient? _account;
    private KnownLeases? _leases;

    /// <summary>Models as project/version, or all of a project by its name, with wildcards if you like; ARNs of models or projects. Without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = NameSet)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ModelNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Models by their ARNs, or as project/version.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ArnSet)]
    [Alias("Arn", "Model")]
    [ArgumentCompleter(typeof(ProjectVersionArnCompleter))]
    public string[]? ProjectVersionArn { get; set; }

    /// <summary>All models of projects, by the projects' ARNs or names.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ArnSet)]
    [Alias("Project")]
    [ArgumentCompleter(typeof(ProjectNameCompleter))]
    public string[]? ProjectArn { get; set; }

    /// <summary>Only models with one of these statuses.</summary>
    [Parameter]
    [ValidateSet(
        ProjectVersionStatus.TrainingInProgress, ProjectVersionStatus.TrainingCompleted, ProjectVersionStatus.TrainingFailed, ProjectVersionStatus.Starting, ProjectVersionStatus.Running,
        ProjectVersionStatus.Failed, ProjectVersionStatus.Stopping, ProjectVersionStatus.Stopped, ProjectVersionStatus.Deleting, ProjectVersionStatus.CopyingInProgress,
        ProjectVersionStatus.CopyingCompleted, ProjectVersionStatus.CopyingFailed, ProjectVersionStatus.Deprecated, ProjectVersionStatus.Expired)]
    public string[]? Status { get; set; }

    /// <summary>The price of an inference unit and hour, of which HourlyCost is made.</summary>
    [Parameter]
    [Number(Max = 1_000_000)]
    public double? PricePerUnitHour { get; set; }

    private KnownLeases Leases => _leases ??= KnownLeases.Read();

    /// <inheritdoc/>
    public void Dispose() => _account?.Dispose();

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var names = ParameterSetName == ArnSet ? Arns() : IsBound(nameof(Name)) ? NamesOrEnd(nameof(Name), Name) : ["*"];
        _account ??= Connect();
        foreach (var name in names)
        {
            try
            {
                List(ModelSelector.Parse(name));
            }
            catch (CustomLabelsException exception)
            {
                Report(exception, name);
            }
        }
    }

    /// <summary>What names a model and its project, as the state of a local endpoint's model does, means the model.</summary>
    private string[] Arns()
    {
        // A parameter that an object before this one has bound still counts as bound, and is null.
        var isProject = ProjectVersionArn is null && !Given.Has(nameof(ProjectVersionArn)) && (ProjectArn is not null || !IsBound(nameof(ProjectVersionArn)));
        return isProject ? NamesOrEnd(nameof(ProjectArn), ProjectArn) : NamesOrEnd(nameof(ProjectVersionArn), ProjectVersionArn);
    }

    private void List(ModelSelector wanted)
    {
        var region = _account!.In(wanted.Text, wanted.Region);
        var finder = new ModelFinder(region, wanted);
        var projectArns = finder.ProjectArns();
        var progress = new ListProgress(this, "Listing models", new SystemClock());
        try
        {
            for (var i = 0; i < projectArns.Count; i++)
            {
                progress.Show(i, projectArns.Count, "projects");
                Write(finder, projectArns[i], region.Endpoint);
            }
        }
        finally
        {
            progress.Complete();
        }
    }

    private void Write(ModelFinder finder, string projectArn, Uri endpoint)
    {
        try
        {
            var models = finder.Models(projectArn).Where(model => Status?.Contains(model.Status, StringComparer.OrdinalIgnoreCase) != false);
            WriteObject(models.Select(model => model.Priced(Prices.OfUnitHour(PricePerUnitHour)) with { Lease = Leases.Of(endpoint, model.Arn) }), enumerateCollection: true);
        }
        catch (CustomLabelsException exception) when (finder.IsSearch && exception.Error.Scope != ErrorScope.Run)
        {
            // One project that can't be looked into hides no other.
            WriteError(Errors.Record(exception, projectArn));
        }
    }
}
