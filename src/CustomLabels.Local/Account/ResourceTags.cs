using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Api.Transport;
using CustomLabels.Local.Errors;

namespace CustomLabels.Local.Account;

/// <summary>The tags of the account's models and projects. Safe for concurrent use.</summary>
internal sealed class ResourceTags
{
    /// <summary>Most tags of a resource: the bound of the API model's <c>TagMap</c> (botocore, rekognition 2016-06-27).</summary>
    public const int Quota = 200;

    private readonly Dictionary<string, SortedDictionary<string, string?>> _tags;

    /// <summary>Tags, none so far, for an account.</summary>
    public ResourceTags(AwsAccount account) =>
        _tags = account.Models.Select(model => model.Arn.Text).Concat(account.Projects.Select(project => project.Arn))
            .ToDictionary(arn => arn, _ => new SortedDictionary<string, string?>(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>A resource's tags.</summary>
    /// <exception cref="ServiceException">There is no such resource.</exception>
    public IReadOnlyDictionary<string, string?> List(string arn)
    {
        lock (_tags) return new SortedDictionary<string, string?>(Find(arn), StringComparer.Ordinal);
    }

    /// <summary>Adds tags, or gives them other values.</summary>
    /// <exception cref="ServiceException">There is no such resource, or it would have too many.</exception>
    public void Add(string arn, IReadOnlyDictionary<string, string?> tags)
    {
        lock (_tags)
        {
            var found = Find(arn);
            if (found.Keys.Union(tags.Keys, StringComparer.Ordinal).Count() > Quota) throw ModelFaults.TooManyTags(Quota);
            foreach (var tag in tags) found[tag.Key] = tag.Value;
        }
    }

    /// <summary>Takes tags away; one that isn't there is as good as taken away.</summary>
    /// <exception cref="ServiceException">There is no such resource.</exception>
    public void Remove(string arn, IEnumerable<string?> keys)
    {
        lock (_tags)
        {
            var found = Find(arn);
            foreach (var key in keys) found.Remove(key!);
        }
    }

    private SortedDictionary<string, string?> Find(string arn) => _tags.TryGetValue(arn, out var tags) ? tags : throw ModelFaults.ResourceNotFound(arn);
}
