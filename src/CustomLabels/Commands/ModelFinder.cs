using System.Collections.Generic;
using System.Linq;
using CustomLabels.Api.Generated;
using CustomLabels.Binding;
using CustomLabels.Models;

namespace CustomLabels.Commands;

/// <summary>Finds the models that are meant, in one region.</summary>
/// <param name="region">Where.</param>
/// <param name="wanted">Which.</param>
internal sealed class ModelFinder(AccountRegion region, ModelSelector wanted)
{
    /// <summary>Whether projects are searched and none is named: then it is not an error when nothing is found.</summary>
    public bool IsSearch => !wanted.Project.IsName;

    /// <summary>The ARNs of the projects that may have such models.</summary>
    /// <exception cref="CustomLabelsException">There is no project of that name, or the list can't be had.</exception>
    public IReadOnlyList<string> ProjectArns()
    {
        if (wanted.ProjectArn is { } arn) return [arn.Text];
        if (IsSearch) return region.Projects().Where(project => wanted.Project.Matches(project.Name)).Select(project => project.ProjectArn).ToArray();
        var projects = region.Projects(wanted.Project.Text).Select(project => project.ProjectArn).ToArray();
        return projects.Length > 0 ? projects : throw NotFound();
    }

    /// <summary>The models of a project.</summary>
    /// <exception cref="CustomLabelsException">There is no model of that name, the project is gone or denied, or the list can't be had.</exception>
    public IReadOnlyList<Model> Models(string projectArn)
    {
        try
        {
            var models = (wanted.Version is { IsName: true } version ? region.Models(projectArn, version.Text) : region.Models(projectArn)).Where(wanted.Matches).ToArray();
            return models.Length > 0 || IsSearch || wanted.Version?.IsName != true ? models : throw NotFound();
        }
        catch (CustomLabelsException exception) when (exception.Error.Code == ErrorCodes.ResourceNotFoundException)
        {
            // Deleted since it was listed.
            return IsSearch ? [] : throw NotFound();
        }
        catch (CustomLabelsException exception) when (exception.Error.Id == ErrorId.AccessDenied)
        {
            // A policy of one project: the others may be looked into.
            throw new CustomLabelsException(exception.Error with { Scope = ErrorScope.Model }, exception);
        }
    }

    private CustomLabelsException NotFound() =>
        new(wanted.Version is null ? NameErrors.ProjectNotFound(wanted.Text, region.Name) : NameErrors.ModelNotFound(wanted.Text, region.Name));
}
