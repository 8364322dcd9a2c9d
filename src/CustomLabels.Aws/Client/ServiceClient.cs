using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Amazon.Runtime;
using Amazon.Util.Internal;
using CustomLabels.Api.Protocol;
using CustomLabels.Api.Transport;
using CustomLabels.Aws.Settings;

namespace CustomLabels.Aws.Client;

/// <summary>A client of one service that streams its request and does not interpret its answer.</summary>
/// <remarks>
/// The AWS JSON protocol: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html. Not on the SDK's own pipeline of handlers, which copies the
/// body once more, retries by itself, and asks for credentials without a way to stop it.
/// </remarks>
internal sealed class ServiceClient : IDisposable
{
    // The SDK puts them into the user agent as they are.
    private static readonly string[] AgentVariables = ["AWS_EXECUTION_ENV", "AWS_INTERNAL_ENV"];

    private readonly Uri _endpoint;
    private readonly AwsService _service;
    private readonly string _userAgent;
    private readonly RequestSigner _signer;
    private readonly RequestSender _sender;

    public ServiceClient(Uri endpoint, AwsService service, string region, string userAgent, NetworkSettings network)
    {
        _endpoint = endpoint;
        _service = service;
        Setting.Check(userAgent, "The user agent");
        foreach (var variable in AgentVariables) Setting.Check(Environment.GetEnvironmentVariable(variable) ?? "", $"The environment variable {variable}");
        _userAgent = $"{userAgent} {InternalSDKUtils.BuildUserAgentString(service.Id, "")}";
        _signer = new RequestSigner(endpoint, service, region);
        _sender = new RequestSender(endpoint, network);
    }

    /// <summary>Sends a request.</summary>
    /// <param name="operation">What is asked.</param>
    /// <param name="body">Its input in JSON.</param>
    /// <param name="credentials">What to sign with; null leaves it unsigned.</param>
    /// <param name="exchange">Ends it.</param>
    /// <param name="trace">Shows what is sent and answered; null when nobody looks.</param>
    public async Task<ServiceAnswer> SendAsync(ServiceOperation operation, RequestBody body, ImmutableCredentials? credentials, Exchange exchange, ExchangeTrace? trace)
    {
        var hash = await body.HashAsync().ConfigureAwait(false);
        for (var isRepeated = false; ; isRepeated = true)
        {
            var time = _signer.Clock.UtcNow;
            var headers = Headers(operation, hash, credentials, time);
            trace?.Sending(_endpoint, headers, body.Describe());
            exchange.Connecting();
            var answer = await _sender.SendAsync(headers, body, exchange).ConfigureAwait(false);
            trace?.Answered(answer);
            // The first that a machine with a wrong clock sends is refused. The answer has told the time: signed with that, it is the same attempt still.
            var isOfAnotherTime = _signer.Clock.Heard(answer.Header("Date"), time);
            var understood = Understood(answer);
            if (isRepeated || !isOfAnotherTime || !IsAboutTime(understood)) return understood;
        }
    }

    public void Dispose() => _sender.Dispose();

    // The codes that the SDK corrects its clock after (DefaultRetryPolicy).
    private static bool IsAboutTime(ServiceAnswer answer) => answer.StatusCode >= 400 && ServiceErrorReader.Read(answer).Code
        is "RequestTimeTooSkewed" or "RequestExpired" or "RequestInTheFuture" or "InvalidSignatureException" or "SignatureDoesNotMatch" or "AuthFailure";

    private Dictionary<string, string> Headers(ServiceOperation operation, string hash, ImmutableCredentials? credentials, DateTime time)
    {
        var headers = new Dictionary<string, string>(capacity: 8, StringComparer.OrdinalIgnoreCase)
        {
            ["X-Amz-Target"] = $"{_service.TargetPrefix}.{operation.Name}",
            ["Content-Type"] = _service.ContentType,
        };
        if (_service.IsQueryCompatible) headers["x-amzn-query-mode"] = "true";
        if (credentials is not null) _signer.Sign(headers, hash, credentials, time);
        headers["User-Agent"] = _userAgent;
        return headers;
    }

    private static ServiceAnswer Understood(HttpAnswer answer) => new(answer.StatusCode, answer.Body)
    {
        RequestId = answer.Header("x-amzn-RequestId"),
        ErrorType = answer.Header("X-Amzn-ErrorType"),
        RetryAfter = RetryAfterHeader.Parse(answer.Header("Retry-After")),
    };
}
