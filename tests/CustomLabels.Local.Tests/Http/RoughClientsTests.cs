using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using CustomLabels.Local.Http;
using CustomLabels.Local.Tests.Support;
using Xunit;

namespace CustomLabels.Local.Tests.Http;

/// <summary>The endpoint under clients that send much, many at once, slowly, or break off: it answers the others, and nothing is left of them.</summary>
public sealed class RoughClientsTests : IDisposable
{
    private const string Start = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-amz-json-1.1\r\nX-Amz-Target: RekognitionService.DetectCustomLabels\r\n";

    private static readonly string PanelBody = BodyOf(TestEndpoint.Panel);

    private readonly TestEndpoint _local = new(options => options with { AllowUnsigned = true });

    public void Dispose() => _local.Dispose();

    [Theory]
    [InlineData(4_194_304, false, false, """{"CustomLabels":[]}""")]
    [InlineData(4_194_304, true, false, """{"CustomLabels":[]}""")]
    [InlineData(4_194_304, false, true, """{"CustomLabels":[]}""")]
    [InlineData(5_242_880, false, false, "ImageTooLargeException")]
    [InlineData(5_242_880, true, true, "ImageTooLargeException")]
    public void Bodies_of_several_megabytes_come_through_in_every_framing(int length, bool isChunked, bool expectsContinue, string answer)
    {
        var body = BodyOf(TestImages.Png(64, 64, length));
        using var client = Connect();
        var expect = expectsContinue ? "Expect: 100-continue\r\n" : "";
        client.Send(Start + expect + (isChunked ? "Transfer-Encoding: chunked\r\n\r\n" : $"Content-Length: {Invariant(body.Length)}\r\n\r\n"));
        if (expectsContinue) Assert.Equal(100, client.ReadAnswer().StatusCode);
        client.Send(isChunked ? Chunked(body, 65_536) : body);
        Assert.Contains(answer, client.ReadAnswer().Body, StringComparison.Ordinal);

        // The connection is as good as new.
        client.Send(Request(PanelBody));
        Assert.Contains("scratch", client.ReadAnswer().Body, StringComparison.Ordinal);
    }

    [Fact]
    public void The_longest_body_is_answered_by_the_service_and_a_longer_one_is_refused()
    {
        using var client = Connect();
        client.Send($"{Start}Content-Length: {Invariant(HttpLimits.BodyLength)}\r\n\r\n");
        client.Send(new string(' ', HttpLimits.BodyLength));
        Assert.Equal("""{"__type":"SerializationException"}""", client.ReadAnswer().Body);
        client.Send($"{Start}Content-Length: {Invariant(HttpLimits.BodyLength + 1)}\r\n\r\n");
        Assert.Equal(413, client.ReadAnswer().StatusCode);
    }

    [Fact]
    public async Task Two_hundred_clients_at_once_are_each_answered_what_they_asked()
    {
        const int Clients = 200, Requests = 5;
        var board = BodyOf(TestEndpoint.Board);
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(number => Task.Factory.StartNew(
            () =>
            {
                using var client = Connect();
                for (var i = 0; i < Requests; i++)
                {
                    var isBoard = (number + i) % 2 == 0;
                    client.Send(Request(isBoard ? board : PanelBody));
                    Assert.Contains(isBoard ? "crack" : "scratch", client.ReadAnswer().Body, StringComparison.Ordinal);
                }
            },
            TaskCreationOptions.LongRunning)));
        AssertNothingIsLeft();
        var expected = new LocalEndpointCounters(Clients * Requests, Clients * Requests, 0, 0) { Operations = new Dictionary<string, long> { ["DetectCustomLabels"] = Clients * Requests } };
        Assert.Equal(expected, _local.Endpoint.Counters);
    }

    [Fact]
    public void A_client_that_sends_byte_by_byte_is_answered_and_holds_up_nobody()
    {
        var request = Request(PanelBody);
        using var slow = Connect();
        foreach (var c in request.Substring(0, request.Length - 1)) slow.Send(c.ToString());
        using (var other = Connect())
        {
            other.Send(request);
            Assert.Contains("scratch", other.ReadAnswer().Body, StringComparison.Ordinal);
        }

        slow.Send(request.Substring(request.Length - 1));
        Assert.Contains("scratch", slow.ReadAnswer().Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_client_that_says_it_is_done_sending_still_gets_its_answer()
    {
        using var client = Connect();
        client.Send(Request(PanelBody));
        client.EndSending();
        Assert.Contains("scratch", client.ReadAnswer().Body, StringComparison.Ordinal);
        Assert.True(client.IsClosedByServer());
    }

    [Fact]
    public void Nothing_is_left_of_clients_that_break_off_anywhere()
    {
        var request = Request(PanelBody);
        for (var cut = 0; cut <= request.Length; cut += 7)
        {
            using var client = Connect();
            client.Send(request.Substring(0, cut));
            if (cut % 2 == 0) client.Reset();
        }

        AssertNothingIsLeft();
        using var next = Connect();
        next.Send(request);
        Assert.Contains("scratch", next.ReadAnswer().Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_client_that_does_not_read_its_answers_is_cut()
    {
        using var server = new HttpServer(0, new TestHandler(), TimeSpan.FromMilliseconds(300));
        using var client = new RawClient(server.Port);
        var request = $"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n{new string('x', 1_000_000)}";

        // The answers are as long. When nothing more fits between the two, neither side goes on, until the server gives up.
        Assert.Throws<SocketException>(() => SendUntilCut(client, request));
        Eventually.IsTrue(() => server.ConnectionCount == 0 && server.Counters.InFlight == 0, "The connection should be forgotten.");
    }

    private static string BodyOf(byte[] image) => $$"""{"ProjectVersionArn":"{{TestEndpoint.Arn}}","Image":{"Bytes":"{{Convert.ToBase64String(image)}}"} }""";

    private static string Request(string body) => $"{Start}Content-Length: {Invariant(body.Length)}\r\n\r\n{body}";

    private static string Chunked(string body, int size)
    {
        var chunks = new StringBuilder(body.Length + 1024);
        for (var at = 0; at < body.Length; at += size)
        {
            var length = Math.Min(size, body.Length - at);
            chunks.Append(length.ToString("x", CultureInfo.InvariantCulture)).Append("\r\n").Append(body, at, length).Append("\r\n");
        }

        return chunks.Append("0\r\n\r\n").ToString();
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void SendUntilCut(RawClient client, string request)
    {
        while (true) client.Send(request);
    }

    private RawClient Connect() => new(_local.Endpoint.Port);

    private void AssertNothingIsLeft() => Eventually.IsTrue(
        () => _local.Endpoint.ConnectionCount == 0 && _local.Endpoint.Counters.InFlight == 0, "No request should be in flight and no connection open.");
}
