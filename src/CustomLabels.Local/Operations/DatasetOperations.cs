using CustomLabels.Api.Generated;
using CustomLabels.Local.Account;

namespace CustomLabels.Local.Operations;

/// <summary>Answers what is asked about datasets.</summary>
internal sealed class DatasetOperations(AwsAccount account)
{
    /// <summary>Answers DescribeDataset.</summary>
    public DescribeDatasetResponse Describe(DescribeDatasetRequest request) => new() { DatasetDescription = account.Dataset(request.DatasetArn!).Describe() };
}
