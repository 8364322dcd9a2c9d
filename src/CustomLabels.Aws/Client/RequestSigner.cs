using System;
using System.Collections.Generic;
using System.Net.Http;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Signing;
using CustomLabels.Api.Transport;

namespace CustomLabels.Aws.Client;

/// <summary>Signs requests to one endpoint with Signature Version 4, by the SDK.</summary>
internal sealed class RequestSigner
{
    private readonly Uri _endpoint;
    private readonly AwsService _service;
    private readonly RegionEndpoint _region;

    public RequestSigner(Uri endpoint, AwsService service, string region)
    {
        _endpoint = endpoint;
        _service = service;
        _region = RegionEndpoint.GetBySystemName(region);
    }

    /// <summary>The endpoint's time.</summary>
    public ServerClock Clock { get; } = new();

    /// <summary>Adds what a signed request has more.</summary>
    /// <param name="headers">The request's headers, which are signed.</param>
    /// <param name="bodyHash">SHA-256 of its body in lower-case hexadecimal digits.</param>
    /// <param name="credentials">What to sign with.</param>
    /// <param name="time">When, by the endpoint.</param>
    public void Sign(Dictionary<string, string> headers, string bodyHash, ImmutableCredentials credentials, DateTime time)
    {
        headers["X-Amz-Content-SHA256"] = bodyHash;
        var request = new AWSSigningRequest { HttpMethod = HttpMethod.Post, RequestUri = _endpoint };
        foreach (var header in headers) request.Headers[header.Key] = header.Value;
        var parameters = new AWSSigV4Parameters { Credentials = new FixedCredentials(credentials), Region = _region, Service = _service.EndpointPrefix, SignedAt = time };
        foreach (var header in AWSSigV4Signer.Sign(request, parameters).Headers) headers[header.Key] = header.Value;
    }
}
