using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api.Protocol.Projects;
using CustomLabels.Api.Transport;
using CustomLabels.Arns;

namespace CustomLabels.Models;

/// <summary>All model versions of an account in one region.</summary>
public static class ModelList
{
    /// <summary>Asks for them: those that run first, then by project, the latest version first.</summary>
    /// <param name="client">Asks.</param>
    /// <param name="cancellationToken">Abandons it.</param>
    /// <returns>The versions of every project that may be seen; a project that is refused hides no other.</returns>
    /// <exception cref="DetectionException">The service refused the list of projects or every one of them, or failed for good: what is left of the list is not the list;
    /// there was no answer, or there are no credentials.</exception>
    public static async Task<IReadOnlyList<ModelVersion>> GetAsync(ProjectClient client, CancellationToken cancellationToken)
    {
        var versions = new List<ProjectVersionDescription>();
        ExceptionDispatchInfo? refusal = null;
        foreach (var project in await client.ProjectsAsync(cancellationToken).ConfigureAwait(false))
        {
            if (project.ProjectArn is not { } arn) continue;
            try
            {
                versions.AddRange(await client.VersionsAsync(arn, cancellationToken).ConfigureAwait(false));
            }
            catch (DetectionException error) when (error.Error.Id == ErrorId.AccessDenied || error.Error.Code == "ResourceNotFoundException")
            {
                // Denied by a policy on this project, or deleted meanwhile.
                refusal = ExceptionDispatchInfo.Capture(error);
            }
        }

        if (versions.Count == 0) refusal?.Throw();
        return Order(versions);
    }

    internal static IReadOnlyList<ModelVersion> Order(IEnumerable<ProjectVersionDescription> versions) => versions
        .Select(version => ProjectVersionArn.TryParse(version.ProjectVersionArn) is { } arn ? new ModelVersion(arn, version) : null)
        .OfType<ModelVersion>()
        .GroupBy(model => model.Arn.Text, StringComparer.Ordinal)
        .Select(same => same.First())
        .OrderBy(model => model.Rank)
        .ThenBy(model => model.Arn.ProjectName, StringComparer.OrdinalIgnoreCase)
        .ThenByDescending(model => model.Description.CreationTimestamp)
        .ToArray();
}
