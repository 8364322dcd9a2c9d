using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CustomLabels.Arns;
using CustomLabels.Binding;
using CustomLabels.Completion;
using CustomLabels.Models;

namespace CustomLabels.Commands;

/// <summary>Lists the Custom Labels projects of the account in one region.</summary>
[Cmdlet(VerbsCommon.Get, "RKProject", DefaultParameterSetName = NameSet)]
[OutputType(typeof(Project))]
public sealed class GetRKProjectCommand : AwsCmdlet, IDisposable
{
    private const string NameSet = "Name";
    private const string ArnSet = "Arn";

    private AccountClient? _account;

    /// <summary>Names of projects, with wildcards if you like, or their ARNs; without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = NameSet)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Projects by their ARNs, or by their names.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ArnSet)]
    [Alias("Arn", "Project")]
    [ArgumentCompleter(typeof(ProjectNameCompleter))]
    public string[]? ProjectArn { get; set; }

    /// <inheritdoc/>
    public void Dispose() => _account?.Dispose();

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var names = ParameterSetName == ArnSet ? NamesOrEnd(nameof(ProjectArn), ProjectArn) : IsBound(nameof(Name)) ? NamesOrEnd(nameof(Name), Name) : ["*"];
        _account ??= Connect();
        foreach (var name in names)
        {
            try
            {
                WriteObject(Projects(name), enumerateCollection: true);
            }
            catch (CustomLabelsException exception)
            {
                Report(exception, name);
            }
        }
    }

    private IEnumerable<Project> Projects(string name)
    {
        var arn = Arns.ProjectArn.TryParse(name);
        var pattern = NamePattern.TryParse(arn?.Name ?? name) ?? throw new CustomLabelsException(NameErrors.ProjectNameInvalid(name));
        var region = _account!.In(arn?.Text, arn?.Region);
        if (!pattern.IsName) return region.Projects().Where(project => pattern.Matches(project.Name));
        var found = region.Projects(pattern.Text).Where(project => arn is null || project.Arn == arn).ToArray();
        return found.Length > 0 ? found : throw new CustomLabelsException(NameErrors.ProjectNotFound(name, region.Name));
    }
}
