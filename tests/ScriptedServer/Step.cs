using System;
using System.IO;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;

namespace CustomLabels.Testing;

/// <summary>What the server does with one request.</summary>
/// <param name="Play">Answers.</param>
/// <param name="ReadsBody">Whether the body is taken in first.</param>
public sealed record Step(Func<TcpClient, Task<StepEnd>> Play, bool ReadsBody = true)
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(10);

    /// <summary>A whole answer that says nothing, on a connection that stays.</summary>
    public static Step Answer(int status) => Answer(status, "{}");

    /// <summary>A whole answer, on a connection that stays.</summary>
    public static Step Answer(int status, string body, params string[] headers) => new(async client =>
    {
        var length = $"Content-Length: {Encoding.UTF8.GetByteCount(body)}";
        await SendAsync(client, Head(status, [length, .. headers]) + body);
        return StepEnd.Kept;
    });

    /// <summary>An error in the service's own words.</summary>
    public static Step Error(int status, string code, string message) =>
        Answer(status, $$"""{"__type":"{{code}}","Message":"{{message}}"}""", "Content-Type: application/x-amz-json-1.1", "x-amzn-RequestId: 00000000-scripted");

    /// <summary>These characters and the end of the connection.</summary>
    public static Step Raw(string answer) => new(async client =>
    {
        await SendAsync(client, answer);
        return StepEnd.Closed;
    });

    /// <summary>An answer that promises more than comes before the end of the connection.</summary>
    public static Step Truncated() => Raw(Head(200, "Content-Length: 100") + "{");

    /// <summary>The beginning of an answer that promises more; then nothing, until the client goes.</summary>
    public static Step Stall(string beginning = "") => new(async client =>
    {
        await SendAsync(client, beginning);
        return await AwaitEndAsync(client);
    });

    /// <summary>Takes no byte of the body, until the client goes.</summary>
    public static Step StallUpload(Task clientGone) => new(
        async client =>
        {
            await clientGone;
            return await AwaitEndAsync(client);
        },
        ReadsBody: false);

    /// <summary>Ends the connection with a reset.</summary>
    public static Step Reset(bool readsBody = true) => new(
        client =>
        {
            client.LingerState = new LingerOption(enable: true, seconds: 0);
            return Task.FromResult(StepEnd.Closed);
        },
        readsBody);

    /// <summary>An answer of one byte at a time.</summary>
    public static Step Trickle(int length, TimeSpan pause) => new(async client =>
    {
        await SendAsync(client, Head(200, [$"Content-Length: {length}"]));
        for (var i = 0; i < length; i++)
        {
            await Task.Delay(pause);
            await SendAsync(client, "x");
        }

        return StepEnd.Kept;
    });

    /// <summary>An answer in chunks that never ends.</summary>
    public static Step Endless() => new(async client =>
    {
        await SendAsync(client, Head(200, ["Transfer-Encoding: chunked"]));
        var chunk = "10000\r\n" + new string('x', 0x10000) + "\r\n";
        while (true)
            await SendAsync(client, chunk);
    });

    public static string Head(int status, params string[] headers) => $"HTTP/1.1 {status} Any\r\n{string.Concat(Array.ConvertAll(headers, header => header + "\r\n"))}\r\n";

    /// <summary>The same step after a pause, unless the client goes before.</summary>
    public Step After(TimeSpan latency) => this with
    {
        Play = async client =>
        {
            for (var waited = TimeSpan.Zero; waited < latency; waited += LookInterval)
            {
                if (HasGone(client))
                    return StepEnd.Aborted;
                await Task.Delay(LookInterval);
            }

            return await Play(client);
        },
    };

    private static async Task SendAsync(TcpClient client, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        await client.GetStream().WriteAsync(bytes, 0, bytes.Length);
    }

    private static async Task<StepEnd> AwaitEndAsync(TcpClient client)
    {
        var rest = new byte[64 * 1024];
        while (await client.GetStream().ReadAsync(rest, 0, rest.Length) > 0)
        {
            // What was under way when the client went.
        }

        return StepEnd.Aborted;
    }

    // Nothing is read: it could be the beginning of the next request.
    private static bool HasGone(TcpClient client) => client.Client.Poll(0, SelectMode.SelectRead) && client.Available == 0;
}
