using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CustomLabels.Api.Generated;
using CustomLabels.Binding;
using CustomLabels.Completion;
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

    private AccountCalls? _account;

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

    /// <inheritdoc/>
    public void Dispose() => _account?.Dispose();

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _account ??= Connect();
        var names = ParameterSetName == ArnSet ? Names(nameof(ProjectVersionArn), ProjectVersionArn) : Names(nameof(Name), Name);
        foreach (var name in names ?? ["*"]) List(name);
    }

    private void List(string name)
    {
        try
        {
            var wanted = ModelPattern.Parse(name);
            var projects = Projects(wanted);
            var progress = new ListProgress(this, "Listing models", new SystemClock());
            var found = 0;
            for (var i = 0; i < projects.Length; i++)
            {
                progress.Show(i, projects.Length, "projects");
                foreach (var model in Models(projects[i], wanted))
                {
                    found++;
                    if (Status?.Contains(model.Status, StringComparer.OrdinalIgnoreCase) != false) WriteObject(model.Priced((decimal)(PricePerUnitHour ?? Prices.UnitHour)));
                }
            }

            progress.Complete();
            if (found == 0 && wanted.Project.IsName && wanted.Version?.IsName == true) throw new DetectionException(NameErrors.ModelNotFound(name, _account!.Region));
        }
        catch (DetectionException exception) when (exception.Error.Scope != ErrorScope.Run)
        {
            WriteError(Errors.Record(exception, VisibleText.Cut(name)));
        }
        catch (DetectionException exception)
        {
            End(exception, VisibleText.Cut(name));
        }
    }

    private Project[] Projects(ModelPattern wanted)
    {
        var candidates = wanted.Project.IsName ? _account!.ProjectsNamed(wanted.Project.Text) : _account!.AllProjects();
        var projects = candidates.Where(wanted.Matches).ToArray();
        if (projects.Length > 0 || !wanted.Project.IsName) return projects;
        throw new DetectionException(wanted.Version is null ? NameErrors.ProjectNotFound(wanted.Text, _account.Region) : NameErrors.ModelNotFound(wanted.Text, _account.Region));
    }

    /// <summary>The models of a project. One that the account may not look into hides no other, and one that was deleted meanwhile has none.</summary>
    private IEnumerable<Model> Models(Project project, ModelPattern wanted)
    {
        try
        {
            return _account!.Models(project.ProjectArn, wanted.Version?.IsName == true ? wanted.Version.Text : null).Where(wanted.Matches);
        }
        catch (DetectionException exception) when (exception.Error.Code == ErrorCodes.ResourceNotFoundException)
        {
            this.WriteVerboseLine($"The project '{project.Name}' is gone.");
        }
        catch (DetectionException exception) when (exception.Error.Id == ErrorId.AccessDenied)
        {
            WriteError(Errors.Record(exception, project.ProjectArn));
        }

        return [];
    }
}
