namespace CustomLabels.Api.Transport;

/// <summary>A service of AWS that speaks the AWS JSON protocol.</summary>
/// <param name="Id">Its name in the user agent, in <c>AWS_ENDPOINT_URL_…</c> (upper case) and in a profile's <c>services</c> section (lower case).</param>
/// <param name="EndpointPrefix">What its hosts begin with; also what its requests are signed for.</param>
/// <param name="TargetPrefix">What stands before the operation in <c>X-Amz-Target</c>.</param>
/// <param name="JsonVersion">The protocol's version: 1.0 or 1.1.</param>
internal sealed record AwsService(string Id, string EndpointPrefix, string TargetPrefix, string JsonVersion)
{
    /// <summary>Amazon Rekognition, as botocore's model of 2016-06-27 describes it.</summary>
    public static AwsService Rekognition { get; } = new("Rekognition", "rekognition", "RekognitionService", "1.1");
}
