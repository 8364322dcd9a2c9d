using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api;
using CustomLabels.Api.Protocol;
using CustomLabels.Api.Transport;
using CustomLabels.Local.Errors;
using CustomLabels.Local.Http;
using CustomLabels.Local.Signing;
using CustomLabels.Local.Trouble;

namespace CustomLabels.Local.Operations;

/// <summary>The services: takes requests of AWS's JSON protocol to their operations and makes answers of results and errors.</summary>
internal sealed class ServiceHandler : IHttpHandler
{
    private readonly Dictionary<string, IOperation> _operations;
    private readonly Latency _latency;
    private readonly TroubleMaker _troubles;
    private readonly Authentication _authentication;
    private readonly RequestCounters _counters;

    /// <summary>A service.</summary>
    /// <param name="operations">What it can do.</param>
    /// <param name="latency">How long each answer is held back.</param>
    /// <param name="troubles">What goes wrong on purpose.</param>
    /// <param name="authentication">Whose requests are served.</param>
    /// <param name="counters">Count the calls of operations that are not served.</param>
    public ServiceHandler(IEnumerable<IOperation> operations, Latency latency, TroubleMaker troubles, Authentication authentication, RequestCounters counters)
    {
        _operations = operations.ToDictionary(operation => $"{operation.Api.Service.TargetPrefix}.{operation.Api.Name}", StringComparer.Ordinal);
        _latency = latency;
        _troubles = troubles;
        _authentication = authentication;
        _counters = counters;
    }

    /// <inheritdoc/>
    public async Task<HttpResponse> AnswerAsync(HttpRequest request, CancellationToken aborted)
    {
        await _latency.HoldAsync(aborted).ConfigureAwait(false);
        var service = ServiceOf(request.Head);
        if (OtherProtocols.Answer(request.Head, service, NewRequestId()) is { } answer) return answer;
        var delivery = Delivery.Whole;
        try
        {
            var operation = Route(request.Head, service);
            _authentication.Check(request, service);
            delivery = await _troubles.MeetAsync(operation.Api, request.Body, aborted).ConfigureAwait(false);
            return Response(200, NewRequestId(), service, operation.Answer(request.Body)) with { Delivery = delivery };
        }
        catch (ServiceException e)
        {
            return Error(e, request.Head, service) with { Delivery = delivery };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Error(ServiceFaults.Internal(), request.Head, service);
        }
    }

    /// <inheritdoc/>
    public HttpResponse Refuse(RefusedRequestException problem) =>
        Error(new ServiceException(problem.StatusCode == 403 ? "ForbiddenException" : "BadRequestException", problem.Message, problem.StatusCode), head: null, AwsService.Rekognition);

    // Requests that name neither are Rekognition's: that is whose endpoint this is first of all.
    private static AwsService ServiceOf(HttpRequestHead head) =>
        head.Headers["X-Amz-Target"]?.StartsWith(AwsService.CloudWatch.TargetPrefix + ".", StringComparison.Ordinal) == true ? AwsService.CloudWatch : AwsService.Rekognition;

    /// <summary>By the target alone: the path is anything, as it is to AWS's JSON services.</summary>
    private IOperation Route(HttpRequestHead head, AwsService service)
    {
        var target = head.Headers["X-Amz-Target"] ?? "";
        if (_operations.TryGetValue(target, out var operation)) return operation;
        if (target.Length == 0) throw ServiceFaults.UnknownOperation();
        var prefix = service.TargetPrefix + ".";
        var name = target.Length > prefix.Length && target.StartsWith(prefix, StringComparison.Ordinal) ? target.Substring(prefix.Length) : target;
        _counters.NotServed(name);
        throw ServiceFaults.OperationNotServed(name, _operations.Values.Select(served => served.Api.Name));
    }

    private static HttpResponse Error(ServiceException error, HttpRequestHead? head, AwsService service)
    {
        var requestId = NewRequestId();
        var response = Response(error.StatusCode, requestId, service, ServiceErrorWriter.Write(error, requestId)) with { ErrorCode = error.Code };
        // Smithy, awsQueryCompatible: code and whose fault, for clients that knew the service's older protocol.
        if (service.IsQueryCompatible && head?.Headers["x-amzn-query-mode"] == "true") response.Headers.Add("x-amzn-query-error", $"{error.Code};{(error.StatusCode < 500 ? "Sender" : "Receiver")}");
        return response;
    }

    private static HttpResponse Response(int statusCode, string requestId, AwsService service, byte[] body) =>
        new(statusCode, new HttpHeaders { { "Content-Type", service.ContentType }, { "x-amzn-RequestId", requestId } }, body);

    private static string NewRequestId() => Guid.NewGuid().ToString("D");
}
