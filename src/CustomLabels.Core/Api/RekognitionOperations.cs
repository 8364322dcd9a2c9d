using CustomLabels.Api.Transport;

namespace CustomLabels.Api;

/// <summary>The operations of Amazon Rekognition that are called.</summary>
public static class RekognitionOperations
{
    /// <summary>Asks a model version which labels it finds in an image. Asked twice, it is paid twice, and answers the same.</summary>
    public static ServiceOperation DetectCustomLabels { get; } = Repeatable(nameof(DetectCustomLabels));

    /// <summary>Lists projects, page by page.</summary>
    public static ServiceOperation DescribeProjects { get; } = Repeatable(nameof(DescribeProjects));

    /// <summary>Lists the model versions of a project, page by page.</summary>
    public static ServiceOperation DescribeProjectVersions { get; } = Repeatable(nameof(DescribeProjectVersions));

    private static ServiceOperation Repeatable(string name) => new(AwsService.Rekognition, name, IsRepeatable: true);
}
