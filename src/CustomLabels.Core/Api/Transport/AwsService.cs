namespace CustomLabels.Api.Transport;

/// <summary>A service of AWS that speaks the AWS JSON protocol.</summary>
/// <param name="Id">Its name in the user agent, in <c>AWS_ENDPOINT_URL_…</c> (upper case) and in a profile's <c>services</c> section (lower case).</param>
/// <param name="EndpointPrefix">What its hosts begin with; also what its requests are signed for.</param>
/// <param name="TargetPrefix">What stands before the operation in <c>X-Amz-Target</c>.</param>
/// <param name="JsonVersion">The protocol's version: 1.0 or 1.1.</param>
/// <param name="IsQueryCompatible">Whether it spoke AWS's query protocol before: its clients then ask for that protocol's error codes, with a header.</param>
internal sealed record AwsService(string Id, string EndpointPrefix, string TargetPrefix, string JsonVersion, bool IsQueryCompatible = false)
{
    /// <summary>Amazon Rekognition, as botocore's model of 2016-06-27 describes it.</summary>
    public static AwsService Rekognition { get; } = new("Rekognition", "rekognition", "RekognitionService", "1.1");

    /// <summary>Amazon CloudWatch, as botocore's model of 2010-08-01 describes it and as botocore speaks to it.</summary>
    public static AwsService CloudWatch { get; } = new("CloudWatch", "monitoring", "GraniteServiceVersion20100801", "1.0", IsQueryCompatible: true);

    /// <summary>What the service is called in policies: <c>rekognition</c> in <c>rekognition:DetectCustomLabels</c>.</summary>
    public string PolicyPrefix => Id.ToLowerInvariant();

    /// <summary>The content type of its requests and answers.</summary>
    public string ContentType => $"application/x-amz-json-{JsonVersion}";
}
