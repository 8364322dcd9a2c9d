using System.Threading;
using System.Threading.Tasks;

namespace CustomLabels.Local.Http;

/// <summary>What the server serves.</summary>
internal interface IHttpHandler
{
    /// <summary>Answers one request. Whatever goes wrong in it becomes an answer too.</summary>
    /// <param name="request">The request; not to be used after the answer.</param>
    /// <param name="aborted">Cancelled when the client goes away or the server stops.</param>
    Task<HttpResponse> AnswerAsync(HttpRequest request, CancellationToken aborted);

    /// <summary>Answers bytes that are not a request, or a request that is refused before it has arrived whole.</summary>
    /// <param name="problem">What is wrong with it.</param>
    HttpResponse Refuse(RefusedRequestException problem);
}
