using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Detection;
using CustomLabels.Service;
using CustomLabels.Wire;

namespace CustomLabels.Models;

/// <summary>Asks for projects and their model versions, page by page and one call at a time: an account has 5 such calls a second.</summary>
/// <remarks>What passes is asked again, throttles until the token is cancelled. Safe for concurrent use.</remarks>
public sealed class ProjectClient
{
    private readonly IServiceTransport _transport;
    private readonly RetryPolicy _retry;
    private readonly IRunClock _clock;

    /// <summary>A client.</summary>
    /// <param name="transport">The way to the service.</param>
    /// <param name="retry">Which failures pass.</param>
    /// <param name="clock">The time.</param>
    public ProjectClient(IServiceTransport transport, RetryPolicy retry, IRunClock clock)
    {
        _transport = transport;
        _retry = retry;
        _clock = clock;
    }

    /// <summary>All projects of the account in the transport's region.</summary>
    /// <param name="cancellationToken">Abandons it.</param>
    /// <exception cref="ServiceException">The service refused, or failed for good.</exception>
    /// <exception cref="TransportException">There was no answer.</exception>
    /// <exception cref="DetectionException">There are no credentials.</exception>
    public Task<IReadOnlyList<ProjectDescription>> ProjectsAsync(CancellationToken cancellationToken) => PagesAsync(
        async token =>
        {
            var body = new DescribeProjectsRequest { NextToken = token }.Write();
            var answer = await CallAsync(DescribeProjectsRequest.Operation, body, DescribeProjectsAnswer.Read, cancellationToken).ConfigureAwait(false);
            return (answer.ProjectDescriptions, answer.NextToken);
        });

    /// <summary>All model versions of a project, in the service's order: the latest first.</summary>
    /// <param name="projectArn">The project's ARN.</param>
    /// <param name="cancellationToken">Abandons it.</param>
    /// <exception cref="ServiceException">The service refused, or failed for good.</exception>
    /// <exception cref="TransportException">There was no answer.</exception>
    /// <exception cref="DetectionException">There are no credentials.</exception>
    public Task<IReadOnlyList<ProjectVersionDescription>> VersionsAsync(string projectArn, CancellationToken cancellationToken) => PagesAsync(
        async token =>
        {
            var body = new DescribeProjectVersionsRequest { ProjectArn = projectArn, NextToken = token }.Write();
            var answer = await CallAsync(DescribeProjectVersionsRequest.Operation, body, DescribeProjectVersionsAnswer.Read, cancellationToken).ConfigureAwait(false);
            return (answer.ProjectVersionDescriptions, answer.NextToken);
        });

    private static async Task<IReadOnlyList<T>> PagesAsync<T>(Func<string?, Task<(IReadOnlyList<T> Items, string? NextToken)>> pageAsync)
    {
        var all = new List<T>();
        // A server that hands out a token again would be asked for ever.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? token = null;
        do
        {
            IReadOnlyList<T> items;
            (items, token) = await pageAsync(token).ConfigureAwait(false);
            all.AddRange(items);
        }
        while (!string.IsNullOrEmpty(token) && seen.Add(token!));
        return all;
    }

    private async Task<T> CallAsync<T>(string operation, byte[] body, Func<ReadOnlyMemory<byte>, T> read, CancellationToken cancellationToken)
    {
        for (int attempts = 1, throttles = 0; ;)
        {
            TimeSpan delay;
            try
            {
                return await AttemptAsync(operation, body, read, cancellationToken).ConfigureAwait(false);
            }
            catch (ServiceException error) when (RetryPolicy.Decide(error) == RetryDecision.Throttled)
            {
                delay = _retry.Delay(++throttles, error.RetryAfter);
            }
            catch (ServiceException error) when (RetryPolicy.Decide(error) == RetryDecision.Retry && attempts < _retry.MaxAttempts)
            {
                delay = _retry.Delay(attempts++, error.RetryAfter);
            }
            catch (TransportException) when (attempts < _retry.MaxAttempts)
            {
                delay = _retry.Delay(attempts++, hint: null);
            }

            await _clock.DelayAsync(delay, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<T> AttemptAsync<T>(string operation, byte[] body, Func<ReadOnlyMemory<byte>, T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var content = new MemoryStream(body, writable: false);
        var answer = await _transport.SendAsync(new ServiceCall(operation, content), cancellationToken).ConfigureAwait(false);
        return ServiceAnswerReader.Read(answer, read);
    }
}
