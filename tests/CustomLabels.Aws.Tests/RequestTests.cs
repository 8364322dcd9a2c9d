using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api.Generated.CloudWatch;
using CustomLabels.Api.Transport;
using CustomLabels.Testing;
using Xunit;

namespace CustomLabels.Aws.Tests;

public sealed class RequestTests
{
    [Fact(Timeout = 30_000)]
    public async Task A_request_names_its_operation_and_has_the_body_as_given()
    {
        using var server = new ScriptedServer(Step.Answer(200));
        using var transport = Sending.To(server);

        await transport.SendAsync();

        var request = Assert.Single(server.Requests);
        Assert.Equal("POST / HTTP/1.1", request.StartLine);
        Assert.Equal("RekognitionService.DetectCustomLabels", request["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.1", request["Content-Type"]);
        Assert.Equal(server.Url.Authority, request["Host"]);
        Assert.Equal(Sending.Body, Encoding.UTF8.GetString(request.Body));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_request_to_CloudWatch_speaks_as_botocore_does()
    {
        using var server = new ScriptedServer(Step.Answer(200));
        using var transport = AwsTransportFactory.Create(Sending.Keys with { EndpointUrl = server.Url }, AwsService.CloudWatch, Sending.Region, Sending.Patient);
        using var body = new MemoryStream(Encoding.UTF8.GetBytes("{}"));

        await transport.SendAsync(new ServiceCall(CloudWatchOperations.GetMetricData.Operation, body), CancellationToken.None);

        // As botocore 1.43.11 sends it.
        var request = Assert.Single(server.Requests);
        Assert.Equal(("GraniteServiceVersion20100801.GetMetricData", "application/x-amz-json-1.0", "true"), (request["X-Amz-Target"], request["Content-Type"], request["x-amzn-query-mode"]));
        Assert.Contains("/eu-west-1/monitoring/aws4_request,", request["Authorization"], StringComparison.Ordinal);
        Assert.Contains("x-amzn-query-mode", request["Authorization"], StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task The_length_is_told_and_nothing_is_chunked_or_expected()
    {
        using var server = new ScriptedServer(Step.Answer(200));
        using var transport = Sending.To(server);

        await transport.SendAsync();

        var request = Assert.Single(server.Requests);
        Assert.Equal($"{Sending.Body.Length}", request["Content-Length"]);
        Assert.Null(request["Transfer-Encoding"]);
        Assert.Null(request["Expect"]);
    }

    [Fact(Timeout = 30_000)]
    public async Task The_user_agent_begins_with_the_name_from_the_settings()
    {
        using var server = new ScriptedServer(Step.Answer(200));
        using var transport = Sending.To(server, Sending.Keys with { UserAgent = "CustomLabels/1.2.3" });

        await transport.SendAsync();

        Assert.StartsWith("CustomLabels/1.2.3 aws-sdk-dotnet", server.Requests[0]["User-Agent"], StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_body_is_streamed_in_pieces_once_to_hash_and_once_to_send()
    {
        using var server = new ScriptedServer(Step.Answer(200));
        using var transport = Sending.To(server);
        using var body = new TestBody((4 * 1024 * 1024) + 1);

        await transport.SendAsync(body);

        Assert.Equal(2, body.Pass);
        Assert.InRange(body.LongestRead, 1, 512 * 1024);
        var received = Assert.Single(server.Requests).Body;
        Assert.Equal(body.Length, received.Length);
        Assert.True(received.Select((value, position) => value == TestBody.ByteAt(position)).All(same => same));
    }

    [Theory(Timeout = 30_000)]
    [InlineData(1)]
    [InlineData(512 * 1024)]
    [InlineData((512 * 1024) + 1)]
    [InlineData(1024 * 1024)]
    [InlineData(4 * 1024 * 1024)]
    public async Task A_body_of_up_to_4_MB_is_read_once(int length)
    {
        using var server = new ScriptedServer(Step.Answer(200));
        using var transport = Sending.To(server);
        using var body = new TestBody(length);

        await transport.SendAsync(body);

        Assert.Equal(1, body.Pass);
        var request = Assert.Single(server.Requests);
        Assert.Equal(SigV4.Authorization(request, Sending.AccessKey, Sending.SecretKey, Sending.Region), request["Authorization"]);
        var received = request.Body;
        Assert.Equal(length, received.Length);
        Assert.True(received.Select((value, position) => value == TestBody.ByteAt(position)).All(same => same));
    }

    [Fact(Timeout = 30_000)]
    public async Task The_callers_body_is_left_open_and_can_be_sent_again()
    {
        using var server = new ScriptedServer(Step.Answer(500), Step.Answer(200));
        using var transport = Sending.To(server);
        using var body = new TestBody(1000);

        await transport.SendAsync(body);
        Assert.Equal(body.Length, body.Position);
        await transport.SendAsync(body);

        Assert.False(body.IsDisposed);
        Assert.Equal(server.Requests[0].Body, server.Requests[1].Body);
    }

    [Fact(Timeout = 30_000)]
    public async Task Requests_one_after_the_other_share_a_connection()
    {
        using var server = new ScriptedServer(Step.Answer(200));
        using var transport = Sending.To(server);

        await transport.SendAsync();
        await transport.SendAsync();

        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(1, server.ConnectionCount);
    }

    [Fact(Timeout = 30_000)]
    public async Task Sixty_four_requests_are_under_way_at_once()
    {
        var all = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var server = new ScriptedServer(new Step(async client =>
        {
            await all.Task;
            return await Step.Answer(200).Play(client);
        }));
        using var transport = Sending.To(server);

        var requests = Enumerable.Range(0, 64).Select(_ => transport.SendAsync()).ToList();
        for (var i = 0; i < requests.Count; i++)
            await server.RequestReceivedAsync();
        all.SetResult(true);

        Assert.All(await Task.WhenAll(requests), answer => Assert.Equal(200, answer.StatusCode));
    }

    [Fact(Timeout = 30_000)]
    public async Task Disposing_the_transport_closes_its_connections()
    {
        using var server = new ScriptedServer(Step.Answer(200));
        var transport = Sending.To(server);
        await transport.SendAsync();

        transport.Dispose();

        await server.ConnectionClosedAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => transport.SendAsync());
    }

    [Fact(Timeout = 30_000)]
    public async Task A_path_of_the_endpoint_is_kept_and_signed()
    {
        using var server = new ScriptedServer(Step.Answer(200));
        using var transport = Sending.To(new Uri(server.Url, "/some/where"));

        await transport.SendAsync();

        var request = Assert.Single(server.Requests);
        Assert.Equal("POST /some/where/ HTTP/1.1", request.StartLine);
        Assert.Equal(SigV4.Authorization(request, Sending.AccessKey, Sending.SecretKey, Sending.Region), request["Authorization"]);
    }
}
