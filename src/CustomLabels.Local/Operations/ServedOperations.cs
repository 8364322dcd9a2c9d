using System;
using System.Collections.Generic;
using CustomLabels.Api.Protocol;
using CustomLabels.Detection.Journal;
using CustomLabels.Local.Account;
using CustomLabels.Local.Metrics;
using static CustomLabels.Api.Generated.CloudWatch.CloudWatchOperations;
using static CustomLabels.Api.Generated.RekognitionOperations;

namespace CustomLabels.Local.Operations;

/// <summary>The operations that are served: a line for each.</summary>
internal static class ServedOperations
{
    /// <summary>Makes them.</summary>
    /// <param name="account">What they are about.</param>
    /// <param name="journal">Answers of another time; null for none.</param>
    /// <param name="maxImageByteCount">The most bytes of an image that is sent.</param>
    /// <param name="unknown">Where images are noted that no model knows.</param>
    public static IReadOnlyList<IOperation> Of(AwsAccount account, JournalAnswers? journal, int maxImageByteCount, UnknownImages unknown)
    {
        var projects = new ProjectOperations(account);
        var models = new ModelOperations(account);
        var datasets = new DatasetOperations(account);
        var metrics = new MetricOperations(new UnitMetric(account));
        var tags = new TagOperations(new ResourceTags(account));
        return
        [
            new DetectCustomLabelsOperation(account, journal, maxImageByteCount, unknown),
            Serve(DescribeProjects, projects.Describe),
            Serve(DescribeProjectVersions, models.Describe),
            Serve(StartProjectVersion, models.Start),
            Serve(StopProjectVersion, models.Stop),
            Serve(DescribeDataset, datasets.Describe),
            Serve(TagResource, tags.Tag),
            Serve(UntagResource, tags.Untag),
            Serve(ListTagsForResource, tags.List),
            Serve(GetMetricData, metrics.Get),
        ];
    }

    private static Operation<TRequest, TResponse> Serve<TRequest, TResponse>(ApiOperation<TRequest, TResponse> api, Func<TRequest, TResponse> answer)
        where TRequest : class, IRequest
        where TResponse : class, IStructure => new(api, answer);
}
