using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Arns;

namespace CustomLabels.Leases.Power;

/// <summary>The tag by which a model says under which lease it was started.</summary>
internal static class LeaseTag
{
    /// <summary>Its key; its value is the lease's id.</summary>
    public const string Key = "customlabels:lease";

    /// <summary>Tags a model that is to be started. To be called before the start: a process that dies in between must leave a model that is known again.</summary>
    /// <returns>The lease; without a tag where the model may not be tagged.</returns>
    /// <exception cref="CustomLabelsException">The service can't be asked.</exception>
    public static async Task<ModelLease> SetAsync(ModelLease lease, IModelPower power, CancellationToken cancellationToken)
    {
        if (lease.Tag is not { } tag) return lease;
        try
        {
            await power.TagAsync(lease.Place.Arn, Key, tag, cancellationToken).ConfigureAwait(false);
            return lease;
        }
        catch (CustomLabelsException exception) when (exception.Error.Id is ErrorId.AccessDenied or ErrorId.RequestInvalid)
        {
            // Not allowed, or something that stands for the service and has no tags.
            return lease with { Tag = null };
        }
    }

    /// <summary>Whether the model that is on is the one that was started under the lease: one without the tag, or with another's, was stopped and started again since.
    /// Tags that may not be read are as good as none: then nobody can tell.</summary>
    /// <exception cref="CustomLabelsException">The service can't be asked.</exception>
    public static async Task<bool> IsOfAsync(ModelLease lease, IModelPower power, CancellationToken cancellationToken)
    {
        if (lease.Tag is null) return true;
        try
        {
            return IsOf(lease, await power.TagsAsync(lease.Place.Arn, cancellationToken).ConfigureAwait(false));
        }
        catch (CustomLabelsException exception) when (exception.Error.Id == ErrorId.AccessDenied)
        {
            return true;
        }
    }

    /// <summary>Takes the tag of a lease that is over from its model, unless somebody else has tagged it since, to start it.</summary>
    public static async Task RemoveAsync(ModelLease lease, IModelPower power, CancellationToken cancellationToken)
    {
        try
        {
            if (lease.Tag is not null && IsOf(lease, await power.TagsAsync(lease.Place.Arn, cancellationToken).ConfigureAwait(false)))
                await power.UntagAsync(lease.Place.Arn, Key, cancellationToken).ConfigureAwait(false);
        }
        catch (CustomLabelsException)
        {
            // A tag that stays says nothing of a model that is off, and the next start writes another.
        }
    }

    /// <summary>Takes the tag of a lease under which nothing was asked for, unless it is the one of another lease, whose model is known by it.</summary>
    public static Task RemoveOwnAsync(ModelLease lease, IModelPower power, CancellationToken cancellationToken) =>
        lease.Tag == lease.Id ? RemoveAsync(lease, power, cancellationToken) : Task.CompletedTask;

    /// <summary>Takes any tag of a lease from a model that is started without one: a lease of before would take it for its own, and have it stopped.</summary>
    public static async Task ForgetAsync(ProjectVersionArn arn, IModelPower power, CancellationToken cancellationToken)
    {
        try
        {
            await power.UntagAsync(arn, Key, cancellationToken).ConfigureAwait(false);
        }
        catch (CustomLabelsException)
        {
            // Who may not tag has tagged nothing.
        }
    }

    private static bool IsOf(ModelLease lease, IReadOnlyDictionary<string, string?> tags) => tags.TryGetValue(Key, out var value) && value == lease.Tag;
}
