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

/// <summary>The service: takes AWS JSON 1.1 requests to their operations and makes answers of results and errors.</summary>
internal sealed class ServiceHandler : IHttpHandler
{
    private const string TargetPrefix = "RekognitionService.";

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
        _operations = operations.ToDictionary(operation => TargetPrefix + operation.Name, StringComparer.Ordinal);
        _latency = latency;
        _troubles = troubles;
        _authentication = authentication;
        _counters = counters;
    }

    /// <inheritdoc/>
    public async Task<HttpResponse> AnswerAsync(HttpRequest request, CancellationToken aborted)
    {
        await _latency.HoldAsync(aborted).ConfigureAwait(false);
        if (OtherProtocols.Answer(request.Head, NewRequestId()) is { } answer) return answer;
        var delivery = Delivery.Whole;
        try
        {
            var operation = Route(request.Head);
            _authentication.Check(request);
            delivery = await _troubles.MeetAsync(operation.Name, request.Body, aborted).ConfigureAwait(false);
            return Response(200, NewRequestId(), operation.Answer(request.Body)) with { Delivery = delivery };
        }
        catch (ServiceException e)
        {
            return Error(e) with { Delivery = delivery };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Error(ServiceFaults.Internal());
        }
    }

    /// <inheritdoc/>
    public HttpResponse Refuse(RefusedRequestException problem) =>
        Error(new ServiceException(problem.StatusCode == 403 ? "ForbiddenException" : "BadRequestException", problem.Message, problem.StatusCode));

    /// <summary>By the target alone: the path is anything, as it is to AWS's JSON services.</summary>
    private IOperation Route(HttpRequestHead head)
    {
        var target = head.Headers["X-Amz-Target"] ?? "";
        if (_operations.TryGetValue(target, out var operation)) return operation;
        if (target.Length == 0) throw ServiceFaults.UnknownOperation();
        var name = target.Length > TargetPrefix.Length && target.StartsWith(TargetPrefix, StringComparison.Ordinal) ? target.Substring(TargetPrefix.Length) : target;
        _counters.NotServed(name);
        throw ServiceFaults.OperationNotServed(name, _operations.Values.Select(served => served.Name));
    }

    private static HttpResponse Error(ServiceException error)
    {
        var requestId = NewRequestId();
        return Response(error.StatusCode, requestId, ServiceErrorWriter.Write(error, requestId)) with { ErrorCode = error.Code };
    }

    private static HttpResponse Response(int statusCode, string requestId, byte[] body) =>
        new(statusCode, new HttpHeaders { { "Content-Type", "application/x-amz-json-1.1" }, { "x-amzn-RequestId", requestId } }, body);

    private static string NewRequestId() => Guid.NewGuid().ToString("D");
}
