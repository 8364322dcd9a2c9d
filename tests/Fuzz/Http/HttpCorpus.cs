using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using CustomLabels.Fuzz.Headers;

namespace CustomLabels.Fuzz.Http;

/// <summary>Valid requests in every form that clients send, on one connection and several; signed ones are botocore's, of <see cref="SignedAt"/>.</summary>
public static class HttpCorpus
{
    /// <summary>The key that the signed requests are signed with.</summary>
    public const string AccessKey = "AKIDEXAMPLE";

    /// <summary>Its secret.</summary>
    public const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    /// <summary>A manifest with <see cref="Image"/> as <c>panel.png</c>.</summary>
    public const string Manifest =
        """{"source-ref":"s3://line4/panel.png","a":1,"a-metadata":{"confidence":0.9,"class-name":"scratch","type":"groundtruth/image-classification"}}""";

    private const string Start = "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Amz-Target: RekognitionService.DetectCustomLabels\r\nContent-Type: application/x-amz-json-1.1\r\n";
    private const string Model = "\"ProjectVersionArn\":\"arn:aws:rekognition:us-east-1:123456789012:project/local/version/local/1767225600000\"";
    private const string ObjectBody = "{" + Model + ",\"Image\":{\"S3Object\":{\"Bucket\":\"line4\",\"Name\":\"panel.png\"}},\"MinConfidence\":12.5,\"MaxResults\":3}";

    /// <summary>When the signed requests were signed.</summary>
    public static DateTime SignedAt { get; } = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    /// <summary>An image that the manifest knows.</summary>
    public static byte[] Image { get; } = PngBuilder.Plain(64, 64);

    /// <summary>A request that is answered with a label.</summary>
    public static string Answerable { get; } = WithLength("{" + Model + ",\"Image\":{\"Bytes\":\"" + Convert.ToBase64String(Image) + "\"}}");

    public static IReadOnlyList<byte[]> All { get; } = Requests().Concat(Signed()).Select(Bytes).ToArray();

    public static byte[] Bytes(string text) => Encoding.GetEncoding("iso-8859-1").GetBytes(text);

    private static IEnumerable<string> Requests()
    {
        yield return Answerable;
        yield return WithLength(ObjectBody);
        yield return Start + "Transfer-Encoding: chunked\r\n\r\n" + Chunk(ObjectBody.Substring(0, 30)) + Chunk(ObjectBody.Substring(30), ";name=\"value\"") + "0\r\nTrailer: x\r\n\r\n";
        yield return Start + "Expect: 100-continue\r\n" + Length(ObjectBody);
        yield return WithLength("{}");
        yield return WithLength("{\"Image\":{\"Bytes\":\"eA==\",\"S3Object\":null},\"Unknown\":[{},[1,2.5e3,true,\"\\u00e9\"]],\"MaxResults\":-1}");
        yield return WithLength(ObjectBody) + Answerable + "\r\n" + WithLength("[]");
        yield return "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
        yield return "GET / HTTP/1.0\r\n\r\n";
        yield return "GET http://[::1]:8080/x HTTP/1.1\r\nHost: a.localhost:8080\r\nOrigin: http://a.localhost:8080\r\nSec-Fetch-Site: same-origin\r\n\r\n";
        yield return "POST / HTTP/1.1\r\nHost: evil.example\r\nOrigin: http://evil.example\r\nSec-Fetch-Site: cross-site\r\nContent-Length: 2\r\n\r\n{}";
        yield return "POST / HTTP/1.0\r\nHost: 127.0.0.1\r\nConnection: keep-alive\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
        yield return "OPTIONS /x?y=z HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Basic eDp5\r\nConnection: close\r\n\r\n";
    }

    private static string[] Signed()
    {
        using var stream = typeof(HttpCorpus).Assembly.GetManifestResourceStream("vectors.json")!;
        using var json = JsonDocument.Parse(stream);
        return json.RootElement.EnumerateArray()
            .Where(vector => vector.GetProperty("Name").GetString()!.StartsWith("boto3-", StringComparison.Ordinal))
            .Select(vector => vector.GetProperty("Request").GetString()!)
            .ToArray();
    }

    private static string WithLength(string body) => Start + Length(body);

    private static string Length(string body) => FormattableString.Invariant($"Content-Length: {body.Length}\r\n\r\n{body}");

    private static string Chunk(string text, string extension = "") => $"{text.Length.ToString("x", CultureInfo.InvariantCulture)}{extension}\r\n{text}\r\n";
}
