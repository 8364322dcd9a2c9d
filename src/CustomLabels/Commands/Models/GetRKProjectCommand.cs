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
[Cmdlet(VerbsCommon.Get, "RKProject")]
[OutputType(typeof(Project))]
public sealed class GetRKProjectCommand : AwsCmdlet, IDisposable
{
    private AccountCalls? _account;

    /// <summary>Names of projects, with wildcards if you like, or their ARNs; without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectNameCompleter))]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    public void Dispose() => _account?.Dispose();

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _account ??= Connect();
        foreach (var name in Names(nameof(Name), Name) ?? ["*"])
        {
            try
            {
                WriteObject(Projects(name), enumerateCollection: true);
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
    }

    private IEnumerable<Project> Projects(string name)
    {
        var arn = ProjectArn.TryParse(name);
        var pattern = NamePattern.TryParse(arn?.Name ?? name) ?? throw new DetectionException(name.StartsWith("@{", StringComparison.Ordinal) ? NameErrors.InputUnsupported(name) : NameErrors.ProjectNameInvalid(name));
        if (!pattern.IsName) return _account!.AllProjects().Where(project => pattern.Matches(project.Name));
        var found = _account!.ProjectsNamed(pattern.Text).Where(project => arn is null || project.Arn == arn).ToArray();
        return found.Length > 0 ? found : throw new DetectionException(NameErrors.ProjectNotFound(name, _account.Region));
    }
}
