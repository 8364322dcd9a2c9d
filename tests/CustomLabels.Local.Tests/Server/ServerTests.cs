using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using CustomLabels.Local.Tests.Signing;
using CustomLabels.Local.Tests.Support;
using Xunit;

namespace CustomLabels.Local.Tests.Server;

public sealed class ServerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _manifest;

    public ServerTests()
    {
        _manifest = _folder.Write("m.jsonl", Encoding.UTF8.GetBytes("""{"source-ref":"s3://line4/a.png"}"""));
        _folder.Write("images/a.png", TestImages.Png(64, 64));
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task It_prints_where_it_serves_and_serves_until_it_is_told_to_stop(string signal)
    {
        if (OperatingSystem.IsWindows()) return;
        using var server = new ServerProcess(
            "--manifest", _manifest, "--image-root", Path.Combine(_folder.Path, "images"), "--port", "0", "--latency", "1", "--assumed-threshold", "12.5",
            "--max-image-byte-count", "1000", "--region", "eu-west-1", "--allow-unsigned");
        using var ready = JsonDocument.Parse((await server.ReadLineAsync())!);
        Assert.Equal("arn:aws:rekognition:eu-west-1:123456789012:project/local/version/local/1", ready.RootElement.GetProperty("ProjectVersionArn").GetString());

        using var client = new HttpClient();
        using var content = new StringContent("{", Encoding.UTF8, "application/x-amz-json-1.1");
        content.Headers.Add("X-Amz-Target", "RekognitionService.DetectCustomLabels");
        var answer = await client.PostAsync(new Uri(ready.RootElement.GetProperty("EndpointUrl").GetString()!), content);
        Assert.Equal("""{"__type":"SerializationException"}""", await answer.Content.ReadAsStringAsync());

        server.Signal(signal);
        var (exitCode, output, error) = await server.EndAsync();
        Assert.Equal((0, "", ""), (exitCode, output, error));
    }

    [Theory]
    [InlineData("--access-key", "AKIDEXAMPLE", "--secret-key", "here")]
    [InlineData("--access-key", "AKIDEXAMPLE", "--session-token", "token")]
    public async Task Keys_come_from_the_command_line_and_what_is_not_there_from_the_environment(params string[] keys)
    {
        using var server = new ServerProcess(["--manifest", _manifest, "--image-root", Path.Combine(_folder.Path, "images"), .. keys], "CUSTOMLABELS_LOCAL_SECRET_KEY=there");
        using var ready = JsonDocument.Parse((await server.ReadLineAsync())!);
        var signer = new Signer { SecretKey = keys.Contains("here") ? "here" : "there", SessionToken = keys.Contains("token") ? "token" : null };
        using var client = new RawClient(new Uri(ready.RootElement.GetProperty("EndpointUrl").GetString()!).Port);
        client.Send(signer.Head("{") + "{");
        Assert.Equal("""{"__type":"SerializationException"}""", client.ReadAnswer().Body);
        client.Send((signer with { SecretKey = "elsewhere" }).Head("{") + "{");
        Assert.Contains("InvalidSignatureException", client.ReadAnswer().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_explains_itself()
    {
        using var server = new ServerProcess("--help");
        var (exitCode, output, error) = await server.EndAsync();
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains("--manifest FILE", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no --manifest.")]
    [InlineData("There is no option '--wat'.", "--wat", "1")]
    [InlineData("--manifest needs a value.", "--manifest")]
    [InlineData("--port needs a whole number, not 'x'.", "--manifest", "m", "--port", "x")]
    [InlineData("Port is 65536 and may be 0 to 65535.", "--manifest", "m", "--port", "65536")]
    [InlineData("There is no SecretKey for the AccessKey.", "--manifest", "m", "--access-key", "AKIDEXAMPLE")]
    [InlineData("--latency needs a number, not '1,5'.", "--manifest", "m", "--latency", "1,5")]
    public async Task A_wrong_command_line_is_exit_code_2(string message, params string[] arguments)
    {
        using var server = new ServerProcess(arguments);
        var (exitCode, output, error) = await server.EndAsync();
        Assert.Equal((2, ""), (exitCode, output));
        Assert.StartsWith(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_can_not_serve_is_exit_code_1()
    {
        using var server = new ServerProcess("--manifest", Path.Combine(_folder.Path, "none.jsonl"));
        var (exitCode, output, error) = await server.EndAsync();
        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains("none.jsonl", error, StringComparison.Ordinal);
    }
}
