using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api;
using CustomLabels.Api.Protocol.Projects;
using CustomLabels.Api.Transport;

namespace CustomLabels.Models;

/// <summary>Asks for projects and their model versions, page by page and one call at a time: an account has 5 such calls a second. Safe for concurrent use.</summary>
public sealed class ProjectClient
{
    private readonly IServiceTransport _transport;
    private readonly ServiceCaller _caller;

    /// <summary>A client.</summary>
    /// <param name="transport">The way to the service.</param>
    /// <param name="caller">Calls it.</param>
    public ProjectClient(IServiceTransport transport, ServiceCaller caller)
    {
        _transport = transport;
        _caller = caller;
    }

    /// <summary>All projects of the account in the transport's region.</summary>
    /// <param name="cancellationToken">Abandons it.</param>
    /// <exception cref="DetectionException">The service refused or failed for good, there was no answer, or there are no credentials.</exception>
    public Task<IReadOnlyList<ProjectDescription>> ProjectsAsync(CancellationToken cancellationToken) => Pages.AllAsync(
        async token =>
        {
            var body = new DescribeProjectsRequest { NextToken = token }.Write();
            var answer = await CallAsync(RekognitionOperations.DescribeProjects, "projects", body, DescribeProjectsAnswer.Read, cancellationToken).ConfigureAwait(false);
            return (answer.ProjectDescriptions, answer.NextToken);
        });

    /// <summary>All model versions of a project, in the service's order: the latest first.</summary>
    /// <param name="projectArn">The project's ARN.</param>
    /// <param name="cancellationToken">Abandons it.</param>
    /// <exception cref="DetectionException">The service refused or failed for good, there was no answer, or there are no credentials.</exception>
    public Task<IReadOnlyList<ProjectVersionDescription>> VersionsAsync(string projectArn, CancellationToken cancellationToken) => Pages.AllAsync(
        async token =>
        {
            var body = new DescribeProjectVersionsRequest { ProjectArn = projectArn, NextToken = token }.Write();
            var answer = await CallAsync(RekognitionOperations.DescribeProjectVersions, projectArn, body, DescribeProjectVersionsAnswer.Read, cancellationToken).ConfigureAwait(false);
            return (answer.ProjectVersionDescriptions, answer.NextToken);
        });

    private Task<T> CallAsync<T>(ServiceOperation operation, string subject, byte[] body, Func<ReadOnlyMemory<byte>, T> read, CancellationToken cancellationToken)
    {
        var call = new Call(operation, subject, _caller.NewGate(), SilentLog.Instance);
        return _caller.CallAsync(_transport, call, () => new MemoryStream(body, writable: false), read, cancellationToken);
    }
}
