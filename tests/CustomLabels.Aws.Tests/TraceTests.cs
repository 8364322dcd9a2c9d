using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using CustomLabels.Api.Generated;
using CustomLabels.Api.Transport;
using CustomLabels.Detection.Protocol;
using CustomLabels.Testing;
using Xunit;

namespace CustomLabels.Aws.Tests;

/// <summary>What is shown of a request and its answer.</summary>
public sealed class TraceTests
{
    private const string RealAccessKey = "AKIDCANARY0123456789";
    private const string RealSecretKey = "canary+secret/key00000000000000000000000";
    private const string RealToken = "canary-session-token-0123456789";

    private static readonly ConnectionSettings Settings = new() { AccessKey = RealAccessKey, SecretKey = RealSecretKey, SessionToken = RealToken };

    [Fact(Timeout = 30_000)]
    public async Task A_request_is_shown_with_its_headers_and_its_image_as_length_and_hash()
    {
        var (request, _) = await TraceAsync(Step.Answer(200));

        Assert.Matches(@"^POST http://127\.0\.0\.1:\d+/$", request[0]);
        Assert.Contains("  X-Amz-Target: RekognitionService.DetectCustomLabels", request);
        Assert.Contains("  Content-Type: application/x-amz-json-1.1", request);
        Assert.Contains("  X-Amz-Security-Token: ***", request, StringComparer.OrdinalIgnoreCase);
        Assert.Matches(
            @"^  Authorization: AWS4-HMAC-SHA256 Credential=\*\*\*/\d{8}/eu-west-1/rekognition/aws4_request, SignedHeaders=content-type;host;[a-z0-9;-]*, Signature=\*\*\*$",
            Assert.Single(request, line => line.Contains("Authorization", StringComparison.Ordinal)));
        // printf 'image' | sha256sum
        Assert.Equal("""  {"Image":{"Bytes":"5 bytes, SHA-256 6105d6cc76af400325e94d588ce511be5bfdbb73b437dc51eca43917d7a43e3d"},"MinConfidence":50}""", request.Last());
    }

    [Fact(Timeout = 30_000)]
    public async Task An_answer_is_shown_with_its_time_its_id_its_headers_and_its_members()
    {
        var (_, answer) = await TraceAsync(Step.Answer(
            200, """{"CustomLabels":[{"Name":"scratch"}]}""", "x-amzn-RequestId: r-1", "Set-Cookie: session=canary", "X-Trace: \u001b[2J", "X-Api-Key: canary"));

        Assert.Matches(@"^HTTP 200 after \d+ ms, 37 bytes, request r-1$", answer[0]);
        Assert.Contains("  Set-Cookie: ***", answer);
        Assert.Contains("  X-Api-Key: ***", answer);
        Assert.Contains("""  X-Trace: \u001B[2J""", answer);
        Assert.Equal("""  {"CustomLabels":[{"Name":"scratch"}]}""", answer.Last());
    }

    [Fact(Timeout = 30_000)]
    public async Task An_error_that_echoes_credentials_is_shown_without_them()
    {
        var (_, answer) = await TraceAsync(Step.Answer(
            403, $"<pre>X-Amz-Security-Token: {RealToken}\nCredential={RealAccessKey}/2026\nProxy-Authorization: Basic canary==\n{RealSecretKey}</pre>"));

        Assert.Equal("""  <pre>X-Amz-Security-Token: ***\u000ACredential=***/2026\u000AProxy-Authorization: Basic ***\u000A***</pre>""", answer.Last());
    }

    [Fact(Timeout = 30_000)]
    public async Task A_long_answer_is_cut()
    {
        var (_, answer) = await TraceAsync(Step.Answer(200, new string('x', (64 * 1024) + 5)));

        Assert.EndsWith("x… (5 more characters)", answer.Last(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task Of_a_long_error_and_of_a_long_header_little_is_shown_and_no_half_of_a_key()
    {
        var (_, answer) = await TraceAsync(Step.Answer(400, new string('x', (2 * VisibleText.MaxLength) - 10) + RealToken + new string('y', 100_000), $"X-Long: {new string('z', 8000)}"));

        Assert.Matches(@"x\*\*\*y+… \(\d+ more characters\)$", answer.Last());
        Assert.All(answer, line => Assert.InRange(line.Length, 1, (2 * VisibleText.MaxLength) + 50));
        Assert.Matches("^  X-Long: z+…z+$", Assert.Single(answer, line => line.Contains("X-Long", StringComparison.Ordinal)));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_request_without_an_answer_says_so()
    {
        var lines = new List<string>();
        using var server = new ScriptedServer(Step.Reset());
        using var transport = Sending.To(server, Settings);

        await Assert.ThrowsAsync<TransportException>(() => SendAsync(transport, lines.Add));

        Assert.Equal(2, lines.Count);
        Assert.Matches($@"^no answer after \d+ ms: The connection to {server.Url.Authority} broke: ", lines[1]);
    }

    [Fact(Timeout = 30_000)]
    public async Task An_image_that_can_not_be_read_is_the_bodys_failure_and_not_the_connections()
    {
        using var server = new ScriptedServer(Step.Answer(200));
        using var transport = Sending.To(server, Settings);
        var opened = 0;
        using var body = Body(() => ++opened == 1 ? new MemoryStream(Encoding.UTF8.GetBytes("image")) : throw new InvalidOperationException("Gone."));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync(transport, _ => { }, body));

        Assert.Equal("Gone.", error.Message);
        Assert.Empty(server.Requests);
    }

    private static async Task<(string[] Request, string[] Answer)> TraceAsync(Step step)
    {
        var lines = new List<string>();
        using var server = new ScriptedServer(step);
        using var transport = Sending.To(server, Settings);

        await SendAsync(transport, lines.Add);

        Assert.Equal(2, lines.Count);
        Assert.All(lines, text => Assert.DoesNotContain("canary", text, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("aW1hZ2U=", Encoding.UTF8.GetString(server.Requests[0].Body), StringComparison.Ordinal);
        return (lines[0].Split('\n'), lines[1].Split('\n'));
    }

    private static async Task SendAsync(IServiceTransport transport, Action<string> trace, Stream? body = null)
    {
        using var image = Body(() => new MemoryStream(Encoding.UTF8.GetBytes("image")));
        await transport.SendAsync(new ServiceCall(RekognitionOperations.DetectCustomLabels, body ?? image) { Trace = trace }, default);
    }

    private static DetectRequestStream Body(Func<Stream> open) => new(
        Encoding.UTF8.GetBytes("{\"Image\":{\"Bytes\":\""), open, 5, Encoding.UTF8.GetBytes("\"},\"MinConfidence\":50}"), cause => cause ?? new InvalidOperationException("Changed."));
}
