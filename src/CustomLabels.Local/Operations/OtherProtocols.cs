using System;
using System.Text;
using CustomLabels.Api.Transport;
using CustomLabels.Local.Http;

namespace CustomLabels.Local.Operations;

/// <summary>Answers requests that are no call of the AWS JSON protocol the way AWS's front end does, which is not in that protocol either.</summary>
/// <remarks>
/// AWS documents none of it. Rekognition has been seen to answer an unsigned OPTIONS and a POST of <c>application/json</c> like this (aws-sdk-js-v3 issue 793,
/// amplify-js issue 1150); that it answers the rest like Kinesis, which has the same front end, is assumed.
/// </remarks>
internal static class OtherProtocols
{
    private const string UnknownOperation = """{"Output":{"__type":"com.amazon.coral.service#UnknownOperationException","message":null},"Version":"1.0"}""";

    /// <summary>The answer; null for a request that is of the protocol.</summary>
    /// <param name="head">The request's head.</param>
    /// <param name="service">The service that its target names: it has its version of the protocol.</param>
    /// <param name="requestId">The answer's <c>x-amzn-RequestId</c>.</param>
    public static HttpResponse? Answer(HttpRequestHead head, AwsService service, string requestId)
    {
        var contentType = (head.Headers["Content-Type"] ?? "").Split(';')[0].Trim();
        if (string.Equals(head.Method, "POST", StringComparison.Ordinal))
        {
            if (string.Equals(contentType, service.ContentType, StringComparison.OrdinalIgnoreCase)) return null;
            if (string.Equals(contentType, "application/json", StringComparison.OrdinalIgnoreCase))
                return new HttpResponse(200, new HttpHeaders { { "Content-Type", "application/json" }, { "x-amzn-RequestId", requestId } }, Encoding.ASCII.GetBytes(UnknownOperation));
        }

        var (type, message) = head.Headers["Authorization"] is null
            ? ("MissingAuthenticationTokenException", "Missing Authentication Token")
            : ("AccessDeniedException", "Unable to determine service/operation name to be authorized");
        return new HttpResponse(403, new HttpHeaders { { "x-amzn-RequestId", requestId } }, Encoding.ASCII.GetBytes($"<{type}>\n  <Message>{message}</Message>\n</{type}>\n")) { ErrorCode = type };
    }
}
