using System;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Local.Http;

namespace CustomLabels.Local.Tests.Support;

/// <summary>Answers with what it was asked; <see cref="Gate"/> holds every answer back.</summary>
internal sealed class TestHandler : IHttpHandler
{
    private int _cancelled;

    /// <summary>What answers wait for.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>Bytes that every answer has more than it needs.</summary>
    public int Padding { get; set; }

    /// <summary>How many answers were given up.</summary>
    public int Cancelled => Volatile.Read(ref _cancelled);

    public async Task<HttpResponse> AnswerAsync(HttpRequest request, CancellationToken aborted)
    {
        var text = $"{request.Head.Method} {request.Head.Target} {Encoding.UTF8.GetString(request.Body.Array!, request.Body.Offset, request.Body.Count)}";
        try
        {
            await await Task.WhenAny(Gate, Task.Delay(Timeout.Infinite, aborted));
        }
        catch (OperationCanceledException)
        {
            Interlocked.Increment(ref _cancelled);
            throw;
        }

        return Response(200, text + new string(' ', Padding));
    }

    public HttpResponse Refuse(RefusedRequestException problem) => Response(problem.StatusCode, problem.Message);

    private static HttpResponse Response(int statusCode, string text) =>
        new(statusCode, new HttpHeaders { { "Content-Type", "text/plain" } }, Encoding.UTF8.GetBytes(text));
}
