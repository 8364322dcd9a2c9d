using System;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading.Tasks;
using CustomLabels.Arns;
using CustomLabels.Time;

namespace CustomLabels.Local.Tests.Support;

/// <summary>An endpoint with a few images, and a client of it.</summary>
internal sealed class TestEndpoint : IDisposable
{
    public const string Arn = "arn:aws:rekognition:us-east-1:123456789012:project/local/version/local/1767225600000";

    public static readonly byte[] Panel = TestImages.Png(64, 64, seed: 1);
    public static readonly byte[] Board = TestImages.Jpeg(640, 480);

    private const string Lines = """
        {"source-ref":"s3://line4/panels/panel 1.png","a":1,"a-metadata":{"confidence":0.5,"class-name":"dent","type":"groundtruth/image-classification"},"b":1,"b-metadata":{"confidence":0.9231,"class-name":"scratch","type":"groundtruth/image-classification"},"c":1,"c-metadata":{"confidence":0.4999,"class-name":"logo","type":"groundtruth/image-classification"}}
        {"source-ref":"s3://line4/board.jpg","d":{"image_size":[{"width":640,"height":480,"depth":3}],"annotations":[{"class_id":7,"left":64,"top":120,"width":320,"height":48}]},"d-metadata":{"objects":[{"confidence":0.97}],"class-map":{"7":"crack"},"type":"groundtruth/object-detection"}}
        {"source-ref":"s3://line4/missing.png"}
        {"source-ref":"s3://line4/not-an-image.png"}
        """;

    private readonly HttpClient _client = new();

    public TestEndpoint(Func<LocalEndpointOptions, LocalEndpointOptions>? configure = null, IClock? clock = null)
    {
        var manifest = Folder.Write("data/manifest.jsonl", Encoding.UTF8.GetBytes(Lines));
        Folder.Write("secret.png", TestImages.Png(64, 64));
        Folder.Write("data/panels/panel 1.png", Panel);
        Folder.Write("data/board.jpg", Board);
        Folder.Write("data/unlabelled.png", TestImages.Png(64, 64, seed: 3));
        Folder.Write("data/not-an-image.png", Encoding.UTF8.GetBytes("GIF89a, say"));
        var options = new LocalEndpointOptions { Manifest = manifest };
        Endpoint = LocalEndpoint.Start(configure?.Invoke(options) ?? options, clock ?? new SystemClock());
    }

    public TemporaryFolder Folder { get; } = new();

    public LocalEndpoint Endpoint { get; }

    /// <summary>Options with models instead of the manifest; each has it as its own.</summary>
    public static LocalEndpointOptions WithModels(LocalEndpointOptions options, params LocalModel[] models) =>
        options with { Manifest = null, Models = models.Select(model => model with { Manifest = options.Manifest }).ToArray() };

    /// <summary>The ARN of a version that was named.</summary>
    public static string ArnOf(string project, string version) => $"arn:aws:rekognition:us-east-1:123456789012:project/{project}/version/{version}/1767225600000";

    /// <summary>Calls an operation.</summary>
    public Task<EndpointAnswer> CallAsync(string operation, string body) => PostAsync(body, "RekognitionService." + operation);

    /// <summary>Starts or stops a model version.</summary>
    public Task<EndpointAnswer> CallAsync(string operation, string arn, string more) => CallAsync(operation, $$"""{"ProjectVersionArn":"{{arn}}"{{more}}}""");

    /// <summary>Sends bytes; the rest of the request as JSON members.</summary>
    public Task<EndpointAnswer> DetectAsync(byte[] image, string more = "") => DetectAsync($$"""{"Bytes":"{{Convert.ToBase64String(image)}}"}""", more);

    /// <summary>Names an object of the bucket.</summary>
    public Task<EndpointAnswer> DetectObjectAsync(string key) => DetectAsync("""{"S3Object":{"Bucket":"line4","Name":"$KEY"}}""".Replace("$KEY", key));

    /// <summary>Sends an image structure.</summary>
    public Task<EndpointAnswer> DetectAsync(string image, string more = "", string arn = Arn) =>
        PostAsync($$"""{"ProjectVersionArn":"{{arn}}","Image":{{image}} {{more}} }""");

    /// <summary>Sends a body.</summary>
    public async Task<EndpointAnswer> PostAsync(string body, string target = "RekognitionService.DetectCustomLabels", string path = "/", bool isSigned = true, string contentType = "application/x-amz-json-1.1")
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Endpoint.EndpointUrl + path)) { Content = content };
        request.Headers.Add("X-Amz-Target", target);
        request.Headers.Add("x-amzn-query-mode", "true");
        if (isSigned) request.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/rekognition/aws4_request, SignedHeaders=host, Signature=0");
        var response = await _client.SendAsync(request);
        return new EndpointAnswer(response, await response.Content.ReadAsStringAsync());
    }

    public void Dispose()
    {
        _client.Dispose();
        Endpoint.Dispose();
        Folder.Dispose();
    }
}
