using System.Buffers;
using System.IO;
using System.Threading.Tasks;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using CustomLabels.Service;

namespace CustomLabels.Aws.Client;

/// <summary>Reads an answer of any status, as it is.</summary>
internal sealed class AnswerHandler : PipelineHandler
{
    /// <summary>Bytes. Real answers have some thousands; an endless one must not fill the memory.</summary>
    public const int MaxAnswerLength = 16 * 1024 * 1024;

    private const int BufferLength = 16 * 1024;

    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        // Inside of the signer: the request stands as it will be sent.
        var request = (RekognitionRequest)executionContext.RequestContext.OriginalRequest;
        request.Trace?.Sending(executionContext.RequestContext.Request);

        var exchange = request.Exchange;
        var response = await ReceiveAsync<T>(executionContext).ConfigureAwait(false);

        using var responseBody = response.ResponseBody;
        // HttpWebRequest's streams don't listen to a token.
        using var abort = exchange.Token.Register(responseBody.Dispose);

        var answer = new ServiceAnswer((int)response.StatusCode, await ReadAsync(response, exchange).ConfigureAwait(false))
        {
            RequestId = Header(response, "x-amzn-RequestId"),
            ErrorType = Header(response, "X-Amzn-ErrorType"),
            RetryAfter = RetryAfterHeader.Parse(Header(response, "Retry-After")),
        };
        request.Trace?.Answered(response, answer);
        executionContext.ResponseContext.Response = new RekognitionResponse { Answer = answer };
        return (T)executionContext.ResponseContext.Response;
    }

    private async Task<IWebResponseData> ReceiveAsync<T>(IExecutionContext executionContext)
        where T : AmazonWebServiceResponse, new()
    {
        try
        {
            await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
            return executionContext.ResponseContext.HttpResponse;
        }
        catch (HttpErrorResponseException e)
        {
            return e.Response;
        }
    }

    private static async Task<byte[]> ReadAsync(IWebResponseData response, Exchange exchange)
    {
        using var stream = await response.ResponseBody.OpenResponseAsync().ConfigureAwait(false);
        using var answer = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            int count;
            while ((count = await stream.ReadAsync(buffer, 0, buffer.Length, exchange.Token).ConfigureAwait(false)) > 0)
            {
                exchange.Progressed();
                if (answer.Length + count > MaxAnswerLength)
                    throw new InvalidDataException($"The answer is longer than {MaxAnswerLength} bytes.");
                answer.Write(buffer, 0, count);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        if (answer.Length < response.ContentLength)
            throw new InvalidDataException($"The answer ended after {answer.Length} of {response.ContentLength} bytes.");

        return answer.ToArray();
    }

    private static string? Header(IWebResponseData response, string name) =>
        response.GetHeaderValue(name) is { Length: > 0 } value ? value : null;
}
