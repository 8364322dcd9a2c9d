using System;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using CustomLabels.Testing;

namespace CustomLabels.Aws.Tests;

/// <summary>Signature Version 4 as its page tells it, for requests without a query: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html.</summary>
internal static class SigV4
{
    /// <summary>The Authorization header that the request ought to have.</summary>
    public static string Authorization(ReceivedRequest request, string accessKey, string secretKey, string region)
    {
        var signedHeaders = SignedHeaders(request);
        var path = request.StartLine.Split(' ')[1];
        var canonicalHeaders = string.Concat(signedHeaders.Split(';').Select(name => $"{name}:{request[name]}\n"));
        var canonicalRequest = $"POST\n{path}\n\n{canonicalHeaders}\n{signedHeaders}\n{Sha256(request.Body)}";

        var time = request["X-Amz-Date"]!;
        var date = time.Substring(0, 8);
        var scope = $"{date}/{region}/rekognition/aws4_request";
        var stringToSign = $"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Sha256(Encoding.UTF8.GetBytes(canonicalRequest))}";

        var key = new[] { date, region, "rekognition", "aws4_request" }.Aggregate(Encoding.UTF8.GetBytes($"AWS4{secretKey}"), Hmac);
        return $"AWS4-HMAC-SHA256 Credential={accessKey}/{scope}, SignedHeaders={signedHeaders}, Signature={Hex(Hmac(key, stringToSign))}";
    }

    public static string SignedHeaders(ReceivedRequest request) =>
        request["Authorization"]!.Split([", "], StringSplitOptions.None).Single(part => part.StartsWith("SignedHeaders=", StringComparison.Ordinal)).Substring(14);

    private static string Sha256(byte[] data)
    {
        using var hash = SHA256.Create();
        return Hex(hash.ComputeHash(data));
    }

    private static byte[] Hmac(byte[] key, string text)
    {
        using var hash = new HMACSHA256(key);
        return hash.ComputeHash(Encoding.UTF8.GetBytes(text));
    }

    private static string Hex(byte[] data) => string.Concat(data.Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
}
