using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Arns;
using CustomLabels.Models;
using CustomLabels.Models.Lifecycle;

namespace CustomLabels.Leases.Power;

/// <summary>The same of the service.</summary>
/// <param name="client">Asks it.</param>
internal sealed class ModelPower(ModelClient client) : IModelPower
{
    private const int AccountIndex = 4;

    private readonly ModelReader _reader = new(client);

    /// <inheritdoc/>
    public Task<Model?> FindAsync(ProjectVersionArn arn, CancellationToken cancellationToken) => _reader.ReadAsync(arn, cancellationToken);

    /// <inheritdoc/>
    /// <remarks>STS would say it of any account, and is one more service to reach and to be allowed.</remarks>
    public async Task<string?> AccountAsync(CancellationToken cancellationToken) =>
        await client.ProjectsAsync(name: null, cancellationToken).ConfigureAwait(false) is [var first, ..] ? first.ProjectArn.Split(':')[AccountIndex] : null;

    /// <inheritdoc/>
    public Task<string?> StopAsync(ProjectVersionArn arn, CancellationToken cancellationToken) => client.StopAsync(arn, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, string?>> TagsAsync(ProjectVersionArn arn, CancellationToken cancellationToken) => client.TagsAsync(arn, cancellationToken);

    /// <inheritdoc/>
    public Task TagAsync(ProjectVersionArn arn, string key, string value, CancellationToken cancellationToken) => client.TagAsync(arn, key, value, cancellationToken);

    /// <inheritdoc/>
    public Task UntagAsync(ProjectVersionArn arn, string key, CancellationToken cancellationToken) => client.UntagAsync(arn, key, cancellationToken);
}
