using Amazon.Runtime;

namespace CustomLabels.Aws.Client;

/// <summary>Any operation: its name, and its body already in JSON.</summary>
internal sealed class RekognitionRequest : AmazonWebServiceRequest
{
    public RekognitionRequest(string operation, BodyStream body, string bodyHash, ImmutableCredentials? credentials, Exchange exchange)
    {
        Operation = operation;
        Body = body;
        BodyHash = bodyHash;
        Credentials = credentials;
        Exchange = exchange;
    }

    public string Operation { get; }

    public BodyStream Body { get; }

    /// <summary>SHA-256 in lower-case hexadecimal digits.</summary>
    public string BodyHash { get; }

    /// <summary>What to sign with; null leaves it unsigned. Fixed for the request: the SDK asks its credentials twice a request, and they may be renewed in between.</summary>
    public ImmutableCredentials? Credentials { get; }

    public Exchange Exchange { get; }

    /// <summary>Shows what is sent and answered; null when nobody looks.</summary>
    public ExchangeTrace? Trace { get; init; }
}
