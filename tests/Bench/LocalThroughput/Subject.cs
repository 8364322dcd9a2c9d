using System;
using System.IO;
using System.Text;
using CustomLabels.Arns;
using CustomLabels.Detection.Protocol;
using CustomLabels.Local.Http;
using CustomLabels.Local.Signing;

namespace CustomLabels.Bench;

/// <summary>An image, a local endpoint whose data has it and that verifies signatures, and the request for it.</summary>
internal sealed class Subject : IDisposable
{
    private const string AccessKey = "AKIDEXAMPLE";
    private const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private const string Manifest = """{"source-ref":"s3://line4/a.jpg","a":1,"a-metadata":{"confidence":0.9,"class-name":"scratch","type":"groundtruth/image-classification"}}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("customlabels-bench-").FullName;
    private readonly byte[] _image;

    public Subject(int imageLength)
    {
        _image = new byte[imageLength];
        new Random(imageLength).NextBytes(_image);
        byte[] header = [0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 1, 0xE0, 2, 0x80, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];
        header.CopyTo(_image, 0);
        File.WriteAllText(Path.Combine(_folder, "manifest.jsonl"), Manifest);
        File.WriteAllBytes(Path.Combine(_folder, "a.jpg"), _image);
        Endpoint = LocalEndpoint.Start(new LocalEndpointOptions { Manifest = Path.Combine(_folder, "manifest.jsonl"), AccessKey = AccessKey, SecretKey = SecretKey });
    }

    public LocalEndpoint Endpoint { get; }

    /// <summary>The request, signed now: good for five minutes.</summary>
    public byte[] Request()
    {
        var arn = Endpoint.ProjectVersionArn;
        byte[] body = [.. DetectRequestWriter.BytesPrefix(arn), .. Encoding.ASCII.GetBytes(Convert.ToBase64String(_image)), .. DetectRequestWriter.BytesSuffix(50, null)];
        var time = RequestTime.Write(DateTime.UtcNow);
        var fields = FormattableString.Invariant(
            $"Host: 127.0.0.1\r\nContent-Type: application/x-amz-json-1.1\r\nX-Amz-Target: RekognitionService.DetectCustomLabels\r\nX-Amz-Date: {time}\r\nContent-Length: {body.Length}\r\n");
        var scope = new CredentialScope(AccessKey, time.Substring(0, 8), Endpoint.Region, "rekognition", "aws4_request");
        const string Signed = "content-type;host;x-amz-date;x-amz-target";
        var head = HttpHeadReader.Read($"POST / HTTP/1.1\r\n{fields}");
        var signature = Signature.Of(new HttpRequest(head, new ArraySegment<byte>(body)), Signed, time, scope, Signature.Key(scope, SecretKey));
        var authorization = $"Authorization: {Signature.Algorithm} Credential={AccessKey}/{scope.Text}, SignedHeaders={Signed}, Signature={signature}\r\n";
        return [.. Encoding.ASCII.GetBytes($"POST / HTTP/1.1\r\n{fields}{authorization}\r\n"), .. body];
    }

    public void Dispose()
    {
        Endpoint.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
