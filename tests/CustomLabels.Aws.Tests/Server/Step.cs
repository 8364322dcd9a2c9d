using System;
using System.IO;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;

namespace CustomLabels.Aws.Tests.Server;

/// <summary>What the server does with one request.</summary>
/// <param name="Play">Answers; true keeps the connection for the next request.</param>
/// <param name="ReadsBody">Whether the body is taken in first.</param>
internal sealed record Step(Func<TcpClient, Task<bool>> Play, bool ReadsBody = true)
{
    /// <summary>A whole answer, on a connection that stays.</summary>
    public static Step Answer(int status, string body = "{}", params string[] headers) => new(async client =>
    {
        var content = Encoding.UTF8.GetBytes(body);
        await SendAsync(client, Head(status, [$"Content-Length: {content.Length}", .. headers]) + body);
        return true;
    });

    /// <summary>These characters and the end of the connection.</summary>
    public static Step Raw(string answer) => new(async client =>
    {
        await SendAsync(client, answer);
        return false;
    });

    /// <summary>The beginning of an answer that promises more; then nothing, until the client goes.</summary>
    public static Step Stall(string beginning = "") => new(async client =>
    {
        await SendAsync(client, beginning);
        await AwaitEndAsync(client);
        return false;
    });

    /// <summary>Takes no byte of the body, until the client goes.</summary>
    public static Step StallUpload(Task clientGone) => new(
        async client =>
        {
            await clientGone;
            await AwaitEndAsync(client);
            return false;
        },
        ReadsBody: false);

    /// <summary>Ends the connection with a reset.</summary>
    public static Step Reset(bool readsBody = true) => new(
        client =>
        {
            client.LingerState = new LingerOption(enable: true, seconds: 0);
            return Task.FromResult(false);
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

        return true;
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

    private static async Task SendAsync(TcpClient client, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        await client.GetStream().WriteAsync(bytes, 0, bytes.Length);
    }

    private static async Task AwaitEndAsync(TcpClient client)
    {
        var rest = new byte[64 * 1024];
        while (await client.GetStream().ReadAsync(rest, 0, rest.Length) > 0)
        {
            // What was under way when the client went.
        }
    }
}
