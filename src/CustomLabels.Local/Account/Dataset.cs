using System;
using CustomLabels.Api.Generated;

namespace CustomLabels.Local.Account;

/// <summary>A project's training dataset: the manifest of its latest version.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Created">When it was, made up.</param>
internal sealed record Dataset(string Arn, DateTime Created)
{
    // Made up in the service's manner: AWS documents none.
    private const string Message = "The dataset was created successfully.";

    /// <summary>The dataset as DescribeProjects gives it.</summary>
    public DatasetMetadata Describe() => new()
    {
        CreationTimestamp = Created,
        DatasetType = DatasetType.Train,
        DatasetArn = Arn,
        Status = DatasetStatus.CreateComplete,
        StatusMessage = Message,
        StatusMessageCode = DatasetStatusMessageCode.Success,
    };
}
