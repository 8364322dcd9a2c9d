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
            "--manifest", _manifest, "--image-root", Path.Combine(_folder.Path, "images"), "--port", "0", "--latency", "0.001", "--assumed-threshold", "12.5",
            "--max-image-byte-count", "1000", "--region", "eu-west-1", "--allow-unsigned");
        using var ready = JsonDocument.Parse((await server.ReadLineAsync())!);
        Assert.Equal("arn:aws:rekognition:eu-west-1:123456789012:project/local/version/local/1767225600000", ready.RootElement.GetProperty("ProjectVersionArn").GetString());

        using var client = new HttpClient();
        using var content = new StringContent("{", Encoding.UTF8, "application/x-amz-json-1.1");
        content.Headers.Add("X-Amz-Target", "RekognitionService.DetectCustomLabels");
        var answer = await client.PostAsync(new Uri(ready.RootElement.GetProperty("EndpointUrl").GetString()!), content);
        Assert.Equal("""{"__type":"SerializationException"}""", await answer.Content.ReadAsStringAsync());

        server.Signal(signal);
        var (exitCode, output, error) = await server.EndAsync();
        Assert.Equal((0, "", ""), (exitCode, output, error));
    }

    [Fact]
    public async Task It_says_how_many_lines_of_a_manifest_only_record_a_failure()
    {
        if (OperatingSystem.IsWindows()) return;
        File.AppendAllText(_manifest, "\n" + """{"source-ref":"s3://line4/b.png","q-metadata":{"failure-reason":"InternalError"}}""");
        using var server = new ServerProcess("--manifest", _manifest, "--image-root", Path.Combine(_folder.Path, "images"));
        Assert.StartsWith("{", await server.ReadLineAsync(), StringComparison.Ordinal);
        server.Signal("TERM");
        var (exitCode, _, error) = await server.EndAsync();
        Assert.Equal((0, "Lines of the manifests that only record that labelling an image failed: 1. They are passed over; those images have no labels here."), (exitCode, error.Trim()));
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
    [InlineData("There is no --manifest, no --model and no --journal.")]
    [InlineData("There is no option '--wat'.", "--wat", "1")]
    [InlineData("--manifest needs a value.", "--manifest")]
    [InlineData("--port needs a whole number, not 'x'.", "--manifest", "m", "--port", "x")]
    [InlineData("Port is 65536 and may be 0 to 65535.", "--manifest", "m", "--port", "65536")]
    [InlineData("There is no SecretKey for the AccessKey.", "--manifest", "m", "--access-key", "AKIDEXAMPLE")]
    [InlineData("--model needs JSON, or the path of a file with it. 'M'", "--model", "[M]")]
    [InlineData("--model needs an array of JSON objects, and there is '3' in it.", "--model", "[3]")]
    [InlineData("'Projct' is not a key of a model. Allowed: Project, ", "--model", "{\"Projct\":\"x\"}")]
    [InlineData("There is no Manifest for the model p/local.", "--model", "{\"Project\":\"p\"}")]
    [InlineData("There are both a manifest and models.", "--manifest", "m", "--model", "{\"Manifest\":\"m\"}")]
    [InlineData("'Rest' is not a Kind of trouble.", "--manifest", "m", "--trouble", "{\"Kind\":\"Rest\"}")]
    [InlineData("TpsPerInferenceUnit is 0", "--manifest", "m", "--tps-per-inference-unit", "0")]
    [InlineData("--latency needs a number, not '1,5'.", "--manifest", "m", "--latency", "1,5")]
    public async Task A_wrong_command_line_is_exit_code_2(string message, params string[] arguments)
    {
        using var server = new ServerProcess(arguments);
        var (exitCode, output, error) = await server.EndAsync();
        Assert.Equal((2, ""), (exitCode, output));
        Assert.StartsWith(message, error, StringComparison.Ordinal);
        Assert.DoesNotContain("(Parameter", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_and_troubles_are_taken_from_files_with_paths_relative_to_them()
    {
        if (OperatingSystem.IsWindows()) return;
        var models = _folder.Write("models.json", """[{"Project":"p","Version":"v1","Manifest":"m.jsonl","ImageRoot":"images","Status":"STOPPED"},{"Project":"p","Version":"v2","Manifest":"m.jsonl","ImageRoot":"images"}]"""u8.ToArray());
        var troubles = _folder.Write("troubles.json", """[{"Kind":"AccessDeniedException","Operation":"DescribeProjects","Call":[1]}]"""u8.ToArray());
        using var server = new ServerProcess(
            "--model", models, "--trouble", troubles, "--seed", "7", "--start-duration", "0", "--stop-duration", "0", "--running-model-quota", "3", "--inference-unit-quota", "6",
            "--tps-per-inference-unit", "1.5", "--burst", "2", "--scaling-delay", "3", "--time-scale", "2", "--account-tps", "50", "--control-plane-tps", "5", "--latency", "0.001", "--latency-p99", "0.002", "--allow-unsigned");
        using var ready = JsonDocument.Parse((await server.ReadLineAsync())!);
        const string First = "arn:aws:rekognition:us-east-1:123456789012:project/p/version/v1/1767225600000";
        Assert.Equal(First, ready.RootElement.GetProperty("ProjectVersionArn").GetString());
        Assert.Equal($$"""["{{First}}","{{First.Replace("v1", "v2")}}"]""", ready.RootElement.GetProperty("ProjectVersionArns").GetRawText());
        Assert.Equal(7, ready.RootElement.GetProperty("Seed").GetInt32());

        using var client = new HttpClient();
        var url = ready.RootElement.GetProperty("EndpointUrl").GetString()!;
        using var content = new StringContent("{}", Encoding.UTF8, "application/x-amz-json-1.1");
        content.Headers.Add("X-Amz-Target", "RekognitionService.DescribeProjects");
        Assert.Contains("AccessDeniedException", await (await client.PostAsync(new Uri(url), content)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("\"Errors\":{\"AccessDeniedException\":1}", await client.GetStringAsync(new Uri(url + "/_counters")), StringComparison.Ordinal);
        server.Signal("TERM");
        Assert.Equal(0, (await server.EndAsync()).ExitCode);
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
