using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api.Generated;

namespace CustomLabels.Models;

/// <summary>All model versions of an account in one region.</summary>
internal static class ModelList
{
    /// <summary>Asks for them: those that run first, then by project, the latest version first.</summary>
    /// <param name="client">Asks.</param>
    /// <param name="projects">The projects.</param>
    /// <param name="cancellationToken">Abandons it.</param>
    /// <returns>The versions of every project that may be seen; a project that is refused hides no other.</returns>
    /// <exception cref="CustomLabelsException">The service refused the list of projects or every one of them, or failed for good: what is left of the list is not the list;
    /// there was no answer, or there are no credentials.</exception>
    public static async Task<IReadOnlyList<Model>> GetAsync(ModelClient client, IReadOnlyList<Project> projects, CancellationToken cancellationToken)
    {
        var models = new List<Model>();
        ExceptionDispatchInfo? refusal = null;
        foreach (var project in projects)
        {
            try
            {
                models.AddRange(await client.ModelsAsync(project.ProjectArn, version: null, cancellationToken).ConfigureAwait(false));
            }
            catch (CustomLabelsException error) when (error.Error.Id == ErrorId.AccessDenied || error.Error.Code == ErrorCodes.ResourceNotFoundException)
            {
                // Denied by a policy on this project, or deleted meanwhile.
                refusal = ExceptionDispatchInfo.Capture(error);
            }
        }

        if (models.Count == 0) refusal?.Throw();
        return Order(models);
    }

    internal static IReadOnlyList<Model> Order(IEnumerable<Model> models) => models
        .GroupBy(model => model.ProjectVersionArn, StringComparer.Ordinal)
        .Select(same => same.First())
        .OrderBy(model => model.Rank)
        .ThenBy(model => model.ProjectName, StringComparer.OrdinalIgnoreCase)
        .ThenByDescending(model => model.CreationTimestamp)
        .ToArray();
}
