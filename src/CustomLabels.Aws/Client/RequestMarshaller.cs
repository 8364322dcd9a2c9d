using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace CustomLabels.Aws.Client;

/// <summary>The AWS JSON 1.1 protocol: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html.</summary>
internal sealed class RequestMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public static RequestMarshaller Instance { get; } = new();

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = (RekognitionRequest)input;
        return new DefaultRequest(request, "Amazon.Rekognition")
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            ContentStream = request.Body,
            PrecomputedContentSha256 = request.BodyHash,
            Headers =
            {
                ["X-Amz-Target"] = $"RekognitionService.{request.Operation}",
                ["Content-Type"] = "application/x-amz-json-1.1",
            },
        };
    }
}
