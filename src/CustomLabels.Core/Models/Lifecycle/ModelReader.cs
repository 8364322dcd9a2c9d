using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api.Generated;
using CustomLabels.Arns;

namespace CustomLabels.Models.Lifecycle;

/// <summary>Reads the present state of models in one region, again and again: their projects are looked up once. Not safe for concurrent use.</summary>
/// <param name="client">Asks.</param>
internal sealed class ModelReader(ModelClient client)
{
    // As many names as DescribeProjectVersions takes (botocore, VersionNames).
    private const int MostNames = 10;

    private readonly Dictionary<string, IReadOnlyList<string>> _projectArns = new(StringComparer.Ordinal);

    /// <summary>A model as it is now; null when there is none.</summary>
    /// <param name="arn">The model.</param>
    /// <param name="cancellationToken">Abandons it.</param>
    /// <exception cref="CustomLabelsException">The service refused or failed for good, there was no answer, or there are no credentials.</exception>
    public async Task<Model?> ReadAsync(ProjectVersionArn arn, CancellationToken cancellationToken)
    {
        var models = await ReadAsync(arn.ProjectName, [arn], static () => Task.CompletedTask, cancellationToken).ConfigureAwait(false);
        return models.Count > 0 ? models[0] : null;
    }

    /// <summary>Models of one project as they are now; those that are not there are left out.</summary>
    /// <param name="project">The project's name.</param>
    /// <param name="arns">The models.</param>
    /// <param name="beforeCall">Awaited before each call.</param>
    /// <param name="cancellationToken">Abandons it.</param>
    /// <exception cref="CustomLabelsException">The service refused or failed for good, there was no answer, or there are no credentials.</exception>
    public async Task<IReadOnlyList<Model>> ReadAsync(string project, IReadOnlyList<ProjectVersionArn> arns, Func<Task> beforeCall, CancellationToken cancellationToken)
    {
        if (!_projectArns.TryGetValue(project, out var projectArns))
        {
            await beforeCall().ConfigureAwait(false);
            projectArns = (await client.ProjectsAsync(project, cancellationToken).ConfigureAwait(false)).Select(one => one.ProjectArn).ToArray();
            if (projectArns.Count > 0) _projectArns.Add(project, projectArns);
        }

        var found = new List<Model>();
        foreach (var projectArn in projectArns)
        {
            for (var i = 0; i < arns.Count; i += MostNames)
            {
                await beforeCall().ConfigureAwait(false);
                found.AddRange(await NamedAsync(projectArn, arns.Skip(i).Take(MostNames).Select(arn => arn.VersionName).ToArray(), cancellationToken).ConfigureAwait(false));
            }
        }

        // A version may be deleted, and another made of the same name.
        return found.Where(model => arns.Contains(model.Arn)).ToArray();
    }

    private async Task<IReadOnlyList<Model>> NamedAsync(string projectArn, IReadOnlyList<string> versions, CancellationToken cancellationToken)
    {
        try
        {
            return await client.ModelsAsync(projectArn, versions, cancellationToken).ConfigureAwait(false);
        }
        catch (CustomLabelsException exception) when (exception.Error.Code == ErrorCodes.ResourceNotFoundException)
        {
            // The project is gone, and its models are with it.
            return [];
        }
    }
}
