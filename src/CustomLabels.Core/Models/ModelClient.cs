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
    /// <summary>The projects of the account in the service's region, in the service's order.</summary>
    /// <param name="name">The name of one; null for all. Where no project has it, nothing comes.</param>
    /// <param name="cancellationToken">Abandons it.</param>
    /// <exception cref="CustomLabelsException">The service refused or failed for good, there was no answer, or there are no credentials.</exception>
    public async Task<IReadOnlyList<Project>> ProjectsAsync(string? name, CancellationToken cancellationToken)
    {
        var descriptions = await Pages.AllAsync("projects", async token =>
        {
            var request = new DescribeProjectsRequest { NextToken = token, ProjectNames = name is null ? null : [name] };
            var answer = await service.CallAsync(RekognitionOperations.DescribeProjects, request, "projects", cancellationToken).ConfigureAwait(false);
            return (answer.ProjectDescriptions, answer.NextToken);
        }).ConfigureAwait(false);
        return descriptions.Select(Project.Of).OfType<Project>().ToArray();
    }

    /// <summary>The model versions of a project, in the service's order: the latest first.</summary>
    /// <param name="projectArn">The project's ARN.</param>
    /// <param name="version">The name of one; null for all. Where no version has it, nothing comes.</param>
    /// <param name="cancellationToken">Abandons it.</param>
    /// <exception cref="CustomLabelsException">The service refused or failed for good, there was no answer, or there are no credentials.</exception>
    public async Task<IReadOnlyList<Model>> ModelsAsync(string projectArn, string? version, CancellationToken cancellationToken)
    {
        var descriptions = await Pages.AllAsync(projectArn, async token =>
        {
            var request = new DescribeProjectVersionsRequest { ProjectArn = projectArn, NextToken = token, VersionNames = version is null ? null : [version] };
            var answer = await service.CallAsync(RekognitionOperations.DescribeProjectVersions, request, projectArn, cancellationToken).ConfigureAwait(false);
            return (answer.ProjectVersionDescriptions, answer.NextToken);
        }).ConfigureAwait(false);
        return descriptions.Select(Model.Of).OfType<Model>().ToArray();
    }

    /// <summary>A dataset.</summary>
    /// <param name="datasetArn">The dataset's ARN.</param>
    /// <param name="cancellationToken">Abandons it.</param>
    /// <exception cref="CustomLabelsException">The service refused or failed for good, there was no answer, or there are no credentials.</exception>
    public async Task<DatasetDescription?> DatasetAsync(string datasetArn, CancellationToken cancellationToken) =>
        (await service.CallAsync(RekognitionOperations.DescribeDataset, new DescribeDatasetRequest { DatasetArn = datasetArn }, datasetArn, cancellationToken).ConfigureAwait(false)).DatasetDescription;
}
