using System;
using CustomLabels.Api.Generated;

namespace CustomLabels.Local.Account;

/// <summary>A project's training dataset: the manifest of its latest version.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Created">When it was, made up.</param>
/// <param name="Model">The version whose manifest it is.</param>
internal sealed record Dataset(string Arn, DateTime Created, Model Model)
{
    // Made up in the service's manner: AWS documents none.
    private const string Message = "The dataset was created successfully.";

    /// <summary>The dataset as DescribeProjects gives it.</summary>
    public DatasetMetadata Summarize() => new()
    {
        CreationTimestamp = Created,
        DatasetType = DatasetType.Train,
        DatasetArn = Arn,
        Status = DatasetStatus.CreateComplete,
        StatusMessage = Message,
        StatusMessageCode = DatasetStatusMessageCode.Success,
    };

    /// <summary>The dataset as DescribeDataset gives it.</summary>
    public DatasetDescription Describe() => new()
    {
        CreationTimestamp = Created,
        LastUpdatedTimestamp = Created,
        Status = DatasetStatus.CreateComplete,
        StatusMessage = Message,
        StatusMessageCode = DatasetStatusMessageCode.Success,
        DatasetStats = Model.DatasetStats,
    };
}
