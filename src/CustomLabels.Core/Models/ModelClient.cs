using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api;
using CustomLabels.Api.Generated;

namespace CustomLabels.Models;

/// <summary>Asks for projects, their datasets and their model versions, page by page.</summary>
/// <param name="service">Calls the service.</param>
internal sealed class ModelClient(ControlPlane service)
{
    // Most names of one call (botocore's model: ProjectNames, VersionNames).
    private const int NamesAtMost = 10;

    /// <summary>The projects of the account in the service's region, in the service's order.</summary>
    /// <param name="names">Names of projects; null for all. One that no project has is passed over.</param>
    /// <param name="cancellationToken">Abandons it.</param>
    /// <exception cref="DetectionException">The service refused or failed for good, there was no answer, or there are no credentials.</exception>
    public async Task<IReadOnlyList<Project>> ProjectsAsync(IReadOnlyList<string>? names, CancellationToken cancellationToken)
    {
        var descriptions = await EachAsync(names, some => Pages.AllAsync(async token =>
        {
            var request = new DescribeProjectsRequest { NextToken = token, ProjectNames = some };
            var answer = await service.CallAsync(RekognitionOperations.DescribeProjects, request, "projects", cancellationToken).ConfigureAwait(false);
            return (answer.ProjectDescriptions, answer.NextToken);
        })).ConfigureAwait(false);
        return descriptions.Select(Project.Of).OfType<Project>().ToArray();
    }

    /// <summary>The model versions of a project, in the service's order: the latest first.</summary>
    /// <param name="projectArn">The project's ARN.</param>
    /// <param name="names">Names of versions; null for all. One that no version has is passed over.</param>
    /// <param name="cancellationToken">Abandons it.</param>
    /// <exception cref="DetectionException">The service refused or failed for good, there was no answer, or there are no credentials.</exception>
    public async Task<IReadOnlyList<Model>> ModelsAsync(string projectArn, IReadOnlyList<string>? names, CancellationToken cancellationToken)
    {
        var descriptions = await EachAsync(names, some => Pages.AllAsync(async token =>
        {
            var request = new DescribeProjectVersionsRequest { ProjectArn = projectArn, NextToken = token, VersionNames = some };
            var answer = await service.CallAsync(RekognitionOperations.DescribeProjectVersions, request, projectArn, cancellationToken).ConfigureAwait(false);
            return (answer.ProjectVersionDescriptions, answer.NextToken);
        })).ConfigureAwait(false);
        return descriptions.Select(Model.Of).OfType<Model>().ToArray();
    }

    /// <summary>A dataset.</summary>
    /// <param name="datasetArn">The dataset's ARN.</param>
    /// <param name="cancellationToken">Abandons it.</param>
    /// <exception cref="DetectionException">The service refused or failed for good, there was no answer, or there are no credentials.</exception>
    public async Task<DatasetDescription?> DatasetAsync(string datasetArn, CancellationToken cancellationToken) =>
        (await service.CallAsync(RekognitionOperations.DescribeDataset, new DescribeDatasetRequest { DatasetArn = datasetArn }, datasetArn, cancellationToken).ConfigureAwait(false)).DatasetDescription;

    /// <summary>Asks for some names at a time.</summary>
    private static async Task<IReadOnlyList<T>> EachAsync<T>(IReadOnlyList<string>? names, Func<IReadOnlyList<string>?, Task<IReadOnlyList<T>>> askAsync)
    {
        if (names is null) return await askAsync(null).ConfigureAwait(false);
        var all = new List<T>();
        for (var i = 0; i < names.Count; i += NamesAtMost) all.AddRange(await askAsync(names.Skip(i).Take(NamesAtMost).ToArray()).ConfigureAwait(false));
        return all;
    }
}
