using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api;
using CustomLabels.Api.Generated;
using CustomLabels.Arns;

namespace CustomLabels.Models;

/// <summary>Asks for projects, their datasets and their model versions, page by page; starts, stops and tags a version.</summary>
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
    public Task<IReadOnlyList<Model>> ModelsAsync(string projectArn, string? version, CancellationToken cancellationToken) =>
        ModelsAsync(projectArn, version is null ? null : new[] { version }, cancellationToken);

    /// <summary>Model versions of a project, by their names.</summary>
    /// <param name="projectArn">The project's ARN.</param>
    /// <param name="versions">The names, 1 to 10 of them; null for all. A name that no version has is passed over.</param>
    /// <param name="cancellationToken">Abandons it.</param>
    /// <exception cref="CustomLabelsException">The service refused or failed for good, there was no answer, or there are no credentials.</exception>
    public async Task<IReadOnlyList<Model>> ModelsAsync(string projectArn, IReadOnlyList<string>? versions, CancellationToken cancellationToken)
    {
        var descriptions = await Pages.AllAsync(projectArn, async token =>
        {
            var request = new DescribeProjectVersionsRequest { ProjectArn = projectArn, NextToken = token, VersionNames = versions };
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

    /// <summary>Asks the service to start a model version.</summary>
    /// <param name="arn">The version's ARN.</param>
    /// <param name="minInferenceUnits">Least inference units; 1 and up.</param>
    /// <param name="maxInferenceUnits">Most inference units, to which it scales by itself; null for no scaling.</param>
    /// <param name="cancellationToken">Abandons it; it may be started all the same.</param>
    /// <returns>The status in the service's word.</returns>
    /// <exception cref="CustomLabelsException">The service refused: code ResourceInUseException where the status rules it out, LimitExceededException for a quota;
    /// <see cref="ErrorId.AnswerLost"/> when it may have been started.</exception>
    public async Task<string?> StartAsync(ProjectVersionArn arn, int minInferenceUnits, int? maxInferenceUnits, CancellationToken cancellationToken)
    {
        var request = new StartProjectVersionRequest { ProjectVersionArn = arn.Text, MinInferenceUnits = minInferenceUnits, MaxInferenceUnits = maxInferenceUnits };
        return (await service.CallAsync(RekognitionOperations.StartProjectVersion, request, arn.Text, cancellationToken).ConfigureAwait(false)).Status;
    }

    /// <summary>Asks the service to stop a model version.</summary>
    /// <param name="arn">The version's ARN.</param>
    /// <param name="cancellationToken">Abandons it; it may be stopped all the same.</param>
    /// <returns>The status in the service's word.</returns>
    /// <exception cref="CustomLabelsException">The service refused: code ResourceInUseException where the status rules it out; <see cref="ErrorId.AnswerLost"/> when it may have been stopped.</exception>
    public async Task<string?> StopAsync(ProjectVersionArn arn, CancellationToken cancellationToken) =>
        (await service.CallAsync(RekognitionOperations.StopProjectVersion, new StopProjectVersionRequest { ProjectVersionArn = arn.Text }, arn.Text, cancellationToken).ConfigureAwait(false)).Status;

    /// <summary>The tags of a model version.</summary>
    /// <param name="arn">The version's ARN.</param>
    /// <param name="cancellationToken">Abandons it.</param>
    /// <exception cref="CustomLabelsException">The service refused or failed for good, there was no answer, or there are no credentials.</exception>
    public async Task<IReadOnlyDictionary<string, string?>> TagsAsync(ProjectVersionArn arn, CancellationToken cancellationToken) =>
        (await service.CallAsync(RekognitionOperations.ListTagsForResource, new ListTagsForResourceRequest { ResourceArn = arn.Text }, arn.Text, cancellationToken).ConfigureAwait(false)).Tags
            ?? new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Gives a model version a tag, or the tag another value.</summary>
    /// <param name="arn">The version's ARN.</param>
    /// <param name="key">The tag's key, 1 to 128 characters of the service's pattern.</param>
    /// <param name="value">Its value, up to 256 characters.</param>
    /// <param name="cancellationToken">Abandons it.</param>
    /// <exception cref="CustomLabelsException">The service refused or failed for good, there was no answer, or there are no credentials.</exception>
    public Task TagAsync(ProjectVersionArn arn, string key, string value, CancellationToken cancellationToken) => service.CallAsync(
        RekognitionOperations.TagResource, new TagResourceRequest { ResourceArn = arn.Text, Tags = new Dictionary<string, string?>(StringComparer.Ordinal) { [key] = value } }, arn.Text, cancellationToken);

    /// <summary>Takes a tag from a model version; one that it doesn't have is as good as taken.</summary>
    /// <param name="arn">The version's ARN.</param>
    /// <param name="key">The tag's key.</param>
    /// <param name="cancellationToken">Abandons it.</param>
    /// <exception cref="CustomLabelsException">The service refused or failed for good, there was no answer, or there are no credentials.</exception>
    public Task UntagAsync(ProjectVersionArn arn, string key, CancellationToken cancellationToken) =>
        service.CallAsync(RekognitionOperations.UntagResource, new UntagResourceRequest { ResourceArn = arn.Text, TagKeys = [key] }, arn.Text, cancellationToken);
}
