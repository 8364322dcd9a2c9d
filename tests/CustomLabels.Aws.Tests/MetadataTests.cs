using System;
using System.Linq;
using System.Threading.Tasks;
using CustomLabels.Api.Transport;
using CustomLabels.Testing;
using Xunit;

namespace CustomLabels.Aws.Tests;

/// <summary>The endpoints that machines get keys from.</summary>
[Collection(OneAtATime.Name)]
public sealed class MetadataTests : CredentialScene
{
    [Theory(Timeout = 30_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_containers_endpoint_is_asked_with_its_token(bool isFile)
    {
        using var container = new ScriptedServer(KeysAnswer(Never));
        Set("AWS_CONTAINER_CREDENTIALS_FULL_URI", new Uri(container.Url, "creds?id=7").AbsoluteUri);
        Set(isFile ? "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE" : "AWS_CONTAINER_AUTHORIZATION_TOKEN", isFile ? Write("token", "canary-container") : "canary-container");

        var said = await SignAsync(new ConnectionSettings());

        Assert.StartsWith("Credentials: the container endpoint of AWS_CONTAINER_CREDENTIALS_", said, StringComparison.Ordinal);
        Assert.Equal("GET /creds?id=7 HTTP/1.1", Assert.Single(container.Requests).StartLine);
        Assert.Equal("canary-container", container.Requests[0]["Authorization"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_containers_endpoint_that_knows_nothing_is_named()
    {
        using var container = new ScriptedServer(Step.Answer(404, """{"message":"canary"}"""));
        Set("AWS_CONTAINER_CREDENTIALS_FULL_URI", container.Url.AbsoluteUri);

        var error = await FailAsync(new ConnectionSettings());

        Assert.Equal(ErrorId.CredentialsMissing, error.Id);
        Assert.Contains("the container endpoint of AWS_CONTAINER_CREDENTIALS_RELATIVE_URI or AWS_CONTAINER_CREDENTIALS_FULL_URI: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("404", error.Message, StringComparison.Ordinal);
        Assert.Contains("AWS_CONTAINER_AUTHORIZATION_TOKEN", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("http://198.51.100.1/")]
    [InlineData("no url")]
    public async Task A_containers_endpoint_that_can_not_be_is_refused(string url)
    {
        Set("AWS_CONTAINER_CREDENTIALS_FULL_URI", url);

        Assert.Contains("AWS_CONTAINER_CREDENTIALS_FULL_URI", (await FailAsync(new ConnectionSettings())).Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task An_instances_metadata_gives_keys_that_sign()
    {
        using var metadata = Instance(Step.Answer(200, "line4-role"), KeysAnswer(Never));

        var said = await SignAsync(new ConnectionSettings());

        Assert.Equal("Credentials: the EC2 instance metadata.", said);
        Assert.Equal(Sending.SessionToken, Server.Requests[0]["X-Amz-Security-Token"]);
        Assert.Equal("PUT /latest/api/token HTTP/1.1", metadata.Requests[0].StartLine);
        Assert.Contains(metadata.Requests, request => request.StartLine == "GET /latest/meta-data/iam/security-credentials/line4-role HTTP/1.1");
        Assert.All(metadata.Requests.Where(request => request.StartLine[0] is 'G'), request => Assert.Equal("canary-imds", request["x-aws-ec2-metadata-token"]));
    }

    [Fact(Timeout = 30_000)]
    public async Task An_instance_whose_metadata_can_not_renew_keys_goes_on_with_expired_ones()
    {
        using var metadata = Instance(Step.Answer(200, "line4-role"), KeysAnswer(DateTime.UtcNow.AddMinutes(-1)));

        await SignAsync(new ConnectionSettings());
    }

    [Fact(Timeout = 30_000)]
    public async Task An_instance_without_a_role_is_one_of_the_places_without_credentials()
    {
        using var metadata = Instance(Step.Answer(404, ""));

        var error = await FailAsync(new ConnectionSettings());

        Assert.Contains("EC2 instance metadata (it has none, or is not there)", error.Message, StringComparison.Ordinal);
    }

    // Played in order: a token, and what follows with a token of its own.
    private ScriptedServer Instance(params Step[] answers)
    {
        var token = Step.Answer(200, "canary-imds", "x-aws-ec2-metadata-token-ttl-seconds: 21600");
        var metadata = new ScriptedServer([.. answers.SelectMany(answer => new[] { token, answer })]);
        Set("AWS_EC2_METADATA_DISABLED", null);
        Set("AWS_EC2_METADATA_SERVICE_ENDPOINT", metadata.Url.AbsoluteUri.TrimEnd('/'));
        return metadata;
    }
}
