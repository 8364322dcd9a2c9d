using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api.Transport;
using CustomLabels.Arns;
using CustomLabels.Local.Account;
using CustomLabels.Local.Http;
using CustomLabels.Local.Operations;
using CustomLabels.Local.Signing;
using CustomLabels.Local.Tests.Support;
using CustomLabels.Local.Trouble;
using CustomLabels.Time;
using Xunit;

namespace CustomLabels.Local.Tests.Operations;

public sealed class ServiceHandlerTests : IDisposable
{
    private const string JsonType = "Content-Type: application/x-amz-json-1.1";

    private readonly TestEndpoint _local = new();

    public void Dispose() => _local.Dispose();

    [Theory]
    [InlineData("RekognitionService.DetectLabels", "DetectLabels")]
    [InlineData("RekognitionService.CreateProject", "CreateProject")]
    [InlineData("RekognitionService.", "RekognitionService.")]
    [InlineData("rekognitionservice.detectcustomlabels", "rekognitionservice.detectcustomlabels")]
    [InlineData("Rekognition.DetectCustomLabels", "Rekognition.DetectCustomLabels")]
    [InlineData("DetectCustomLabels", "DetectCustomLabels")]
    public async Task What_is_not_served_is_an_UnknownOperationException_that_names_it_signed_or_not(string target, string name)
    {
        foreach (var isSigned in new[] { true, false })
        {
            var answer = await _local.PostAsync("{}", target, isSigned: isSigned);
            answer.AssertError("UnknownOperationException");
            Assert.Contains($"The local endpoint does not serve '{name}'. It serves: DetectCustomLabels, DescribeProjects, ", answer.Body, StringComparison.Ordinal);
        }

        Assert.Equal(new Dictionary<string, long>(StringComparer.Ordinal) { [name] = 2 }, _local.Endpoint.Counters.NotServed);
        Assert.Empty(_local.Endpoint.Counters.Operations);
    }

    [Fact]
    public async Task Names_that_are_not_served_fill_no_memory()
    {
        for (var i = 0; i < 150; i++) await _local.PostAsync("{}", $"Service{i}.{new string('x', 500)}");
        Assert.Equal(100, _local.Endpoint.Counters.NotServed.Count);
        Assert.All(_local.Endpoint.Counters.NotServed.Keys, name => Assert.Equal(64, name.Length));
        Assert.Equal(150, _local.Endpoint.Counters.Failed);
    }

    [Fact]
    public void Requests_without_a_target_are_an_UnknownOperationException()
    {
        using var client = new RawClient(_local.Endpoint.Port);
        client.Send($"POST / HTTP/1.1\r\nHost: localhost\r\n{JsonType}\r\n\r\n");
        var answer = client.ReadAnswer();
        Assert.Equal(400, answer.StatusCode);
        Assert.Equal("""{"__type":"UnknownOperationException"}""", answer.Body);
    }

    [Theory]
    [InlineData("/x")]
    [InlineData("/x/?y=z")]
    public async Task The_path_is_anything(string path)
    {
        (await _local.PostAsync("{", path: path)).AssertError("SerializationException", "");
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nX: y")]
    [InlineData("PUT / HTTP/1.1\r\n" + JsonType)]
    [InlineData("OPTIONS / HTTP/1.1\r\n" + JsonType)]
    [InlineData("DELETE / HTTP/1.1\r\n" + JsonType)]
    [InlineData("POST / HTTP/1.1\r\nX: y")]
    [InlineData("POST / HTTP/1.1\r\nContent-Type: application/x-amz-json-1.0")]
    [InlineData("POST / HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded")]
    public void Another_method_or_content_type_is_refused_in_XML(string start)
    {
        using var client = new RawClient(_local.Endpoint.Port);
        client.Send($"{start}\r\nHost: localhost\r\nX-Amz-Target: RekognitionService.DetectCustomLabels\r\n\r\n");
        var unsigned = client.ReadAnswer();
        Assert.Equal(403, unsigned.StatusCode);
        Assert.Equal("<MissingAuthenticationTokenException>\n  <Message>Missing Authentication Token</Message>\n</MissingAuthenticationTokenException>\n", unsigned.Body);
        Assert.DoesNotContain("Content-Type", unsigned.Head, StringComparison.Ordinal);
        Assert.Contains("\r\nx-amzn-RequestId: ", unsigned.Head, StringComparison.Ordinal);

        client.Send($"{start}\r\nHost: localhost\r\nAuthorization: AWS4-HMAC-SHA256 x\r\n\r\n");
        var signed = client.ReadAnswer();
        Assert.Equal(403, signed.StatusCode);
        Assert.Equal("<AccessDeniedException>\n  <Message>Unable to determine service/operation name to be authorized</Message>\n</AccessDeniedException>\n", signed.Body);
    }

    [Fact]
    public void Plain_JSON_is_of_an_older_protocol_that_has_no_such_operation()
    {
        using var client = new RawClient(_local.Endpoint.Port);
        client.Send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nX-Amz-Target: RekognitionService.DetectCustomLabels\r\n\r\n");
        var answer = client.ReadAnswer();
        Assert.Equal(200, answer.StatusCode);
        Assert.Equal("""{"Output":{"__type":"com.amazon.coral.service#UnknownOperationException","message":null},"Version":"1.0"}""", answer.Body);
    }

    [Theory]
    [InlineData("application/x-amz-json-1.1; charset=utf-8")]
    [InlineData("Application/X-Amz-JSON-1.1")]
    public void The_content_type_may_have_parameters_and_any_case(string contentType)
    {
        using var client = new RawClient(_local.Endpoint.Port);
        client.Send($"POST / HTTP/1.1\r\nHost: localhost\r\nAuthorization: AWS4-HMAC-SHA256 x\r\nContent-Type: {contentType}\r\nX-Amz-Target: RekognitionService.DetectCustomLabels\r\n\r\n");
        Assert.Equal("""{"__type":"SerializationException"}""", client.ReadAnswer().Body);
    }

    [Fact]
    public async Task Unsigned_requests_are_answered_only_where_they_are_allowed()
    {
        (await _local.PostAsync("{", isSigned: false)).AssertError("MissingAuthenticationTokenException", "Missing Authentication Token");
        using var open = new TestEndpoint(options => options with { AllowUnsigned = true });
        (await open.PostAsync("{", isSigned: false)).AssertError("SerializationException", "");
    }

    [Fact]
    public void What_is_no_request_is_refused_in_the_services_form()
    {
        using var client = new RawClient(_local.Endpoint.Port);
        client.Send("nonsense\r\n\r\n");
        var answer = client.ReadAnswer();
        Assert.Equal(400, answer.StatusCode);
        Assert.Contains("\r\nContent-Type: application/x-amz-json-1.1\r\n", answer.Head, StringComparison.Ordinal);
        Assert.Contains("\r\nx-amzn-RequestId: ", answer.Head, StringComparison.Ordinal);
        Assert.StartsWith("""{"__type":"BadRequestException","message":""", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_answer_has_an_id_of_its_own_and_an_error_repeats_it()
    {
        var first = await _local.DetectObjectAsync("missing.png");
        var second = await _local.DetectObjectAsync("missing.png");
        var id = second.Response.Headers.GetValues("x-amzn-RequestId").Single();
        Assert.False(string.Equals(id, first.Response.Headers.GetValues("x-amzn-RequestId").Single(), StringComparison.Ordinal));
        using var json = JsonDocument.Parse(second.Body);
        Assert.Equal(id, json.RootElement.GetProperty("Logref").GetString());
        Assert.Equal("InvalidS3ObjectException", json.RootElement.GetProperty("Code").GetString());
    }

    [Fact]
    public async Task A_defect_of_the_endpoint_is_an_InternalServerError()
    {
        var clock = new SystemClock();
        var counters = new RequestCounters();
        var account = new AwsAccount([], runningModelQuota: 2, inferenceUnitQuota: 5, new ScaledClock(clock, scale: 1));
        var troubles = new TroubleMaker([], seed: 0, new ImageNames(account), counters, clock);
        var handler = new ServiceHandler(
            new[] { new BrokenOperation() }, new Latency(TimeSpan.Zero, p99: null, seed: 0, clock), troubles, new Authentication(verifier: null, allowUnsigned: true), counters);
        var head = HttpHeadReader.Read($"POST / HTTP/1.1\r\nHost: localhost\r\n{JsonType}\r\nX-Amz-Target: RekognitionService.Break\r\n");
        var answer = await handler.AnswerAsync(new HttpRequest(head, new ArraySegment<byte>(new byte[1])), CancellationToken.None);
        Assert.Equal(500, answer.StatusCode);
        Assert.Contains("InternalServerError", Encoding.UTF8.GetString(answer.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_in_chunks_is_as_good_as_one_with_a_length()
    {
        var body = """{"ProjectVersionArn":"$ARN","Image":{"S3Object":{"Bucket":"line4","Name":"board.jpg"}}}""".Replace("$ARN", TestEndpoint.Arn);
        var chunks = string.Concat(Cut(body, 7).Select(piece => piece.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n" + piece + "\r\n"));
        using var client = new RawClient(_local.Endpoint.Port);
        client.Send($"POST / HTTP/1.1\r\nHost: localhost\r\n{JsonType}\r\nAuthorization: AWS4-HMAC-SHA256 x\r\nX-Amz-Target: RekognitionService.DetectCustomLabels\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks + "0\r\n\r\n");
        Assert.Equal((await _local.PostAsync(body)).Body, client.ReadAnswer().Body);
    }

    private static IEnumerable<string> Cut(string text, int length)
    {
        for (var at = 0; at < text.Length; at += length) yield return text.Substring(at, Math.Min(length, text.Length - at));
    }

    private sealed class BrokenOperation : IOperation
    {
        public ServiceOperation Api { get; } = new(AwsService.Rekognition, "Break", IsRepeatable: true);

        public byte[] Answer(ReadOnlySpan<byte> body) => throw new InvalidCastException("A defect.");
    }
}
