using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using CustomLabels.Api;
using CustomLabels.Api.Transport;
using CustomLabels.Connection;
using CustomLabels.Loading;
using CustomLabels.Models;
using CustomLabels.Time;

namespace CustomLabels.Completion;

/// <summary>The account that a command would ask, for completers: its answers are kept for a while.</summary>
internal sealed class CompletionAccount
{
    private static readonly TimeSpan Limit = AnswerCache<Model>.Limit;

    private readonly BoundConnection _connection;
    private readonly string _key;

    private CompletionAccount(BoundConnection connection, string key)
    {
        _connection = connection;
        _key = key;
    }

    /// <summary>The account; null when a part of the connection can't be known yet.</summary>
    /// <param name="typed">The command.</param>
    /// <param name="arnRegion">The region of the ARN that is being typed; null without one.</param>
    public static CompletionAccount? Of(TypedArguments typed, string? arnRegion) =>
        BoundConnection.Read(typed, arnRegion) is { } connection ? new CompletionAccount(connection, ConnectionKey.Of(connection, typed)) : null;

    /// <summary>Its projects.</summary>
    public Task<IReadOnlyList<Project>> ProjectsAsync() =>
        CompletionSession.KnownProjects.Get(_key, token => AskAsync(client => client.ProjectsAsync(name: null, token)));

    /// <summary>All models of some projects, those that run first.</summary>
    public Task<IReadOnlyList<Model>> ModelsAsync(IReadOnlyList<Project> projects) => CompletionSession.KnownModels.Get(_key, token => AskAsync(client => ModelList.GetAsync(client, projects, token)));

    /// <summary>A project's models.</summary>
    public Task<IReadOnlyList<Model>> ModelsAsync(Project project) =>
        CompletionSession.KnownModels.Get($"{_key} {project.ProjectArn}", token => AskAsync(client => client.ModelsAsync(project.ProjectArn, version: null, token)));

    // On another thread, where there is no PowerShell.
    private async Task<IReadOnlyList<T>> AskAsync<T>(Func<ModelClient, Task<IReadOnlyList<T>>> askAsync)
    {
        var (settings, region, _) = _connection;
        using var transport = AwsLibrary.TransportFactory.Create(settings, AwsService.Rekognition, RegionChoice.OrOfProfile(region, settings));
        var caller = new ServiceCaller(new RetryPolicy(maxAttempts: 3, Limit, new Random()), new SystemClock());
        return await askAsync(new ModelClient(new ControlPlane(transport, caller, SilentLog.Instance))).ConfigureAwait(false);
    }
}
