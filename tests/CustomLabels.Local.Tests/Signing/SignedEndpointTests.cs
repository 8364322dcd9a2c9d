using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api.Generated;
using CustomLabels.Api.Transport;
using CustomLabels.Arns;
using CustomLabels.Aws;
using CustomLabels.Detection.Protocol;
using CustomLabels.Local.Tests.Support;
using CustomLabels.Testing;
using Xunit;

namespace CustomLabels.Local.Tests.Signing;

/// <summary>The endpoint with keys, over the wire.</summary>
public sealed class SignedEndpointTests : IDisposable
{
    private const string Mismatch = """{"__type":"InvalidSignatureException","message":"The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details."}""";
    private const string UnknownKey = """{"__type":"UnrecognizedClientException","message":"The security token included in the request is invalid."}""";

    private static readonly Signer Client = new();
    private static readonly string Body = """{"ProjectVersionArn":"$ARN","Image":{"S3Object":{"Bucket":"line4","Name":"board.jpg"}}}""".Replace("$ARN", TestEndpoint.Arn);

    private readonly TestEndpoint _local = new(options => options with { AccessKey = Client.AccessKey, SecretKey = Client.SecretKey });

    public void Dispose() => _local.Dispose();

    [Fact]
    public void A_signed_request_is_answered() => Assert.Contains("crack", Send(Client.Head(Body) + Body), StringComparison.Ordinal);

    [Fact]
    public void A_body_in_chunks_is_signed_as_what_it_is_put_together()
    {
        var chunked = Client with { Framing = _ => "Transfer-Encoding: chunked" };
        var chunks = FormattableString.Invariant($"5\r\n{Body.Substring(0, 5)}\r\n{Body.Length - 5:x}\r\n{Body.Substring(5)}\r\n0\r\n\r\n");
        Assert.Contains("crack", Send(chunked.Head(Body) + chunks), StringComparison.Ordinal);
        Assert.Equal(Mismatch, Send(chunked.Head(Body) + chunks.Replace("board", "boarD")));
    }

    [Fact]
    public void A_flipped_byte_another_secret_and_another_key_are_refused_in_the_front_ends_form()
    {
        Assert.Equal(Mismatch, Send(Client.Head(Body) + Body.Replace("board", "boarD")));
        Assert.Equal(Mismatch, Send((Client with { SecretKey = "another" }).Head(Body) + Body));
        Assert.Equal(UnknownKey, Send((Client with { AccessKey = "ANOTHER" }).Head(Body) + Body));
        Assert.Equal(UnknownKey, Send((Client with { SessionToken = "token" }).Head(Body) + Body));
        var expected = new LocalEndpointCounters(4, 0, 4, 0) { Errors = new Dictionary<string, long> { ["InvalidSignatureException"] = 2, ["UnrecognizedClientException"] = 2 } };
        Assert.Equal(expected, _local.Endpoint.Counters);
    }

    [Fact]
    public void The_endpoints_region_is_the_one_to_sign_for()
    {
        using var local = new TestEndpoint(options => options with { AccessKey = Client.AccessKey, SecretKey = Client.SecretKey, Region = "eu-west-1" });
        Assert.Contains("not 'us-east-1'", Send(Client.Head(Body) + Body, local), StringComparison.Ordinal);
        Assert.Contains("ResourceNotFoundException", Send((Client with { Region = "eu-west-1" }).Head(Body) + Body, local), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unsigned_requests_are_answered_only_where_they_are_allowed_and_signatures_are_checked_all_the_same()
    {
        (await _local.PostAsync(Body, isSigned: false)).AssertError("MissingAuthenticationTokenException", "Missing Authentication Token");
        using var open = new TestEndpoint(options => options with { AccessKey = Client.AccessKey, SecretKey = Client.SecretKey, AllowUnsigned = true });
        Assert.Equal("crack 97", (await open.PostAsync(Body, isSigned: false)).Labels);
        Assert.Equal(Mismatch, Send((Client with { SecretKey = "another" }).Head(Body) + Body, open));
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData("token/+=", 2_000_000)]
    public async Task What_this_modules_client_signs_is_answered(string? token, int length)
    {
        using var local = new TestEndpoint(options => options with { AccessKey = Client.AccessKey, SecretKey = Client.SecretKey, SessionToken = token });
        var answer = await SendWithModuleAsync(new Uri(local.Endpoint.EndpointUrl), token, length);
        Assert.Equal(200, answer.StatusCode);
        Assert.Equal(UnknownKey, Encoding.UTF8.GetString((await SendWithModuleAsync(new Uri(local.Endpoint.EndpointUrl), "another", length)).Body));
    }

    [Fact]
    public async Task A_flipped_byte_in_what_this_modules_client_sent_is_refused()
    {
        using var wire = new ScriptedServer(Step.Answer(200));
        await SendWithModuleAsync(wire.Url, token: null, length: 0);
        var sent = wire.LastRequest!;
        var head = sent.StartLine + "\r\n";
        foreach (var field in sent.Headers) head += $"{field.Key}: {field.Value}\r\n";

        Assert.Contains("crack", Send(head + "\r\n" + Encoding.UTF8.GetString(sent.Body)), StringComparison.Ordinal);
        foreach (var at in new[] { 0, sent.Body.Length / 2, sent.Body.Length - 1 })
        {
            sent.Body[at] ^= 1;
            Assert.Equal(Mismatch, Send(head + "\r\n" + Encoding.UTF8.GetString(sent.Body)));
            sent.Body[at] ^= 1;
        }
    }

    [Fact]
    public void Half_a_pair_of_keys_is_an_option_that_is_named()
    {
        AssertBad(new LocalEndpointOptions { Manifest = "m", AccessKey = "AKIDEXAMPLE" }, "SecretKey");
        AssertBad(new LocalEndpointOptions { Manifest = "m", SecretKey = "canary" }, "AccessKey");
        AssertBad(new LocalEndpointOptions { Manifest = "m", SessionToken = "canary" }, "AccessKey");
        AssertBad(new LocalEndpointOptions { Manifest = "m", AccessKey = "AKIDEXAMPLE", SecretKey = "canary", SessionToken = "" }, "SessionToken");
        AssertBad(new LocalEndpointOptions { Manifest = "m", AccessKey = "a/b", SecretKey = "canary" }, "AccessKey");
        AssertBad(new LocalEndpointOptions { Manifest = "m", AccessKey = "", SecretKey = "canary" }, "AccessKey");
        AssertBad(new LocalEndpointOptions { Manifest = "m", AccessKey = "AKIDEXAMPLE", SecretKey = "" }, "SecretKey");
    }

    [Fact]
    public void Options_do_not_show_their_keys() => Assert.Equal(
        "LocalEndpointOptions { Manifest = m }", new LocalEndpointOptions { Manifest = "m", AccessKey = "AKIDEXAMPLE", SecretKey = "canary", SessionToken = "canary" }.ToString());

    private static void AssertBad(LocalEndpointOptions options, string name)
    {
        var error = Assert.Throws<LocalOptionException>(() => LocalEndpoint.Start(options));
        Assert.Equal(name, error.ParamName);
        Assert.DoesNotContain("canary", error.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Sends with the SDK's signer, as the cmdlets do: the test image of the manifest, or one of a length that the data doesn't know.</summary>
    private static async Task<ServiceAnswer> SendWithModuleAsync(Uri url, string? token, int length)
    {
        var settings = new ConnectionSettings { AccessKey = Client.AccessKey, SecretKey = Client.SecretKey, SessionToken = token, EndpointUrl = url };
        using var transport = new AwsTransportFactory().Create(settings, AwsService.Rekognition, "us-east-1");
        var image = length == 0 ? TestEndpoint.Board : TestImages.Png(64, 64, length);
        using var body = new DetectRequestStream(
            DetectRequestWriter.BytesPrefix(TestEndpoint.Arn), () => new MemoryStream(image), image.Length, DetectRequestWriter.BytesSuffix(null, null), _ => new IOException());
        return await transport.SendAsync(new ServiceCall(RekognitionOperations.DetectCustomLabels, body), CancellationToken.None);
    }

    private string Send(string request) => Send(request, _local);

    private static string Send(string request, TestEndpoint local)
    {
        using var client = new RawClient(local.Endpoint.Port);
        client.Send(request);
        return client.ReadAnswer().Body;
    }
}
