using System;
using System.Globalization;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text;

namespace CustomLabels.Bench.HandSigned;

/// <summary>Signature Version 4 of one kind of request, written out. The day's key is derived once.</summary>
internal sealed class Signer
{
    private const string Service = "us-east-1/rekognition/aws4_request";
    private const string SignedHeaders = "content-type;host;x-amz-date;x-amz-target";
    private const string ContentType = "application/x-amz-json-1.1";
    private const string Target = "RekognitionService.DetectCustomLabels";

    private readonly Uri _endpoint;
    private readonly string _accessKey;
    private readonly string _day = DateTime.UtcNow.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
    private readonly byte[] _key;

    public Signer(Pass pass)
    {
        _endpoint = new Uri(pass.EndpointUrl);
        _accessKey = pass.AccessKey;
        ProjectVersionArn = pass.ProjectVersionArn;
        _key = Encoding.UTF8.GetBytes("AWS4" + pass.SecretKey);
        foreach (var part in $"{_day}/{Service}".Split('/')) _key = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(part));
    }

    public string ProjectVersionArn { get; }

    public Signed Sign(ReadOnlySpan<byte> body)
    {
        var date = _day + DateTime.UtcNow.ToString("'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var canonical = $"POST\n/\n\ncontent-type:{ContentType}\nhost:{_endpoint.Authority}\nx-amz-date:{date}\nx-amz-target:{Target}\n\n{SignedHeaders}\n{Hex(SHA256.HashData(body))}";
        var text = $"AWS4-HMAC-SHA256\n{date}\n{_day}/{Service}\n{Hex(SHA256.HashData(Encoding.ASCII.GetBytes(canonical)))}";
        var signature = Hex(HMACSHA256.HashData(_key, Encoding.ASCII.GetBytes(text)));
        return new Signed(date, $"AWS4-HMAC-SHA256 Credential={_accessKey}/{_day}/{Service}, SignedHeaders={SignedHeaders}, Signature={signature}");
    }

    public HttpRequestMessage Request(ReadOnlyMemory<byte> body, Signed signed)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _endpoint) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        request.Headers.TryAddWithoutValidation("X-Amz-Target", Target);
        request.Headers.TryAddWithoutValidation("X-Amz-Date", signed.Date);
        request.Headers.TryAddWithoutValidation("Authorization", signed.Authorization);
        return request;
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
