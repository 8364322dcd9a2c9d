using Amazon.Runtime;
using CustomLabels.Service;

namespace CustomLabels.Aws.Client;

/// <summary>Carries the answer out of the SDK's pipeline.</summary>
internal sealed class RekognitionResponse : AmazonWebServiceResponse
{
    public ServiceAnswer? Answer { get; init; }
}
