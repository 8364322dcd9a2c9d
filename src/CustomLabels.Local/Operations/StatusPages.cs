using System;
using System.IO;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api;
using CustomLabels.Arns;
using CustomLabels.Local.Account;
using CustomLabels.Local.Http;

namespace CustomLabels.Local.Operations;

/// <summary>What the endpoint says about itself, for those who have only curl: <c>GET /_counters</c>, <c>GET /_unknown</c> and <c>GET /_health</c>. Everything else is the service's.</summary>
internal sealed class StatusPages : IHttpHandler
{
    private readonly IHttpHandler _service;
    private readonly RequestCounters _counters;
    private readonly AwsAccount _account;
    private readonly UnknownImages _unknown;

    /// <summary>Pages beside a service.</summary>
    public StatusPages(IHttpHandler service, RequestCounters counters, AwsAccount account, UnknownImages unknown)
    {
        _service = service;
        _counters = counters;
        _account = account;
        _unknown = unknown;
    }

    /// <inheritdoc/>
    public Task<HttpResponse> AnswerAsync(HttpRequest request, CancellationToken aborted)
    {
        Action<Utf8JsonWriter>? page = string.Equals(request.Head.Method, "GET", StringComparison.Ordinal)
            ? request.Head.Target switch { "/_counters" => WriteCounters, "/_unknown" => _unknown.Write, "/_health" => WriteHealth, _ => null }
            : null;
        return page is null ? _service.AnswerAsync(request, aborted) : Task.FromResult(Respond(page));
    }

    /// <inheritdoc/>
    public HttpResponse Refuse(RefusedRequestException problem) => _service.Refuse(problem);

    private HttpResponse Respond(Action<Utf8JsonWriter> page)
    {
        // First of all: the page must not find itself among the requests in flight.
        _counters.Withdraw();
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            page(json);
            json.WriteEndObject();
        }

        return new HttpResponse(200, new HttpHeaders { { "Content-Type", "application/json" }, { "Cache-Control", "no-store" } }, buffer.ToArray()) { IsCounted = false };
    }

    private static void WriteHealth(Utf8JsonWriter json) => json.WriteString("Status", "OK");

    private void WriteCounters(Utf8JsonWriter json)
    {
        _counters.Snapshot().Write(json);
        json.WriteString("ModelTime", _account.Now);
        json.WriteStartArray("Models");
        foreach (var model in _account.Snapshot())
        {
            json.WriteStartObject();
            json.WriteString("ProjectVersionArn", model.ProjectVersionArn);
            json.WriteString("Status", model.Status);
            json.WriteNumber("InferenceUnits", model.InferenceUnits);
            json.WriteNumber("RunningHours", model.RunningHours);
            json.WriteNumber("InferenceHours", model.InferenceHours);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
