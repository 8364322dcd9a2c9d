using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Arns;

namespace CustomLabels.Leases.Power;

/// <summary>What is done with the model of a lease. Each throws <see cref="CustomLabelsException"/> where the service refuses, there is no answer, or there are no credentials.</summary>
internal interface IModelPower
{
    /// <summary>The model as it is; null where these credentials see none.</summary>
    Task<Model?> FindAsync(ProjectVersionArn arn, CancellationToken cancellationToken);

    /// <summary>The account that these credentials are of, as far as it shows: null where the account has no project.</summary>
    Task<string?> AccountAsync(CancellationToken cancellationToken);

    /// <summary>Stops it, and gives the status in the service's word.</summary>
    Task<string?> StopAsync(ProjectVersionArn arn, CancellationToken cancellationToken);

    /// <summary>Its tags.</summary>
    Task<IReadOnlyDictionary<string, string?>> TagsAsync(ProjectVersionArn arn, CancellationToken cancellationToken);

    /// <summary>Gives it a tag.</summary>
    Task TagAsync(ProjectVersionArn arn, string key, string value, CancellationToken cancellationToken);

    /// <summary>Takes a tag from it.</summary>
    Task UntagAsync(ProjectVersionArn arn, string key, CancellationToken cancellationToken);
}
