using System;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace CustomLabels.Local.Tests.Signing;

/// <summary>A client's side of Signature Version 4, for <c>POST /</c>; each property is one way to get it wrong.</summary>
internal sealed record Signer
{
    public string AccessKey { get; init; } = "AKIDEXAMPLE";

    public string SecretKey { get; init; } = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    public string? SessionToken { get; init; }

    public string Time { get; init; } = Now(TimeSpan.Zero);

    public string? ScopeDate { get; init; }

    public string Region { get; init; } = "us-east-1";

    public string Service { get; init; } = "rekognition";

    public string Terminator { get; init; } = "aws4_request";

    public string Algorithm { get; init; } = "AWS4-HMAC-SHA256";

    public bool SignsHost { get; init; } = true;

    /// <summary>Replaces the <c>Authorization</c> header that was made.</summary>
    public Func<string, string> Alter { get; init; } = authorization => authorization;

    /// <summary>How the body's length is told; the body follows the head as it is.</summary>
    public Func<string, string> Framing { get; init; } = body => FormattableString.Invariant($"Content-Length: {Encoding.UTF8.GetByteCount(body)}");

    public static string Now(TimeSpan offset) => (DateTime.UtcNow + offset).ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The head of a signed DetectCustomLabels request.</summary>
    public string Head(string body)
    {
        var fields = new[]
        {
            ("host", SignsHost ? "127.0.0.1" : null), ("x-amz-date", Time), ("x-amz-security-token", SessionToken), ("x-amz-target", "RekognitionService.DetectCustomLabels"),
        }.Where(field => field.Item2 is not null).ToList();
        var names = string.Join(";", fields.Select(field => field.Item1));
        var canonical = "POST\n/\n\n" + string.Concat(fields.Select(field => $"{field.Item1}:{field.Item2}\n")) + $"\n{names}\n{Sha256(body)}";
        var date = ScopeDate ?? Time.Substring(0, 8);
        var scope = $"{date}/{Region}/{Service}/{Terminator}";
        var key = new[] { date, Region, Service, Terminator }.Aggregate(Encoding.UTF8.GetBytes($"AWS4{SecretKey}"), Hmac);
        var signature = Hex(Hmac(key, $"{Algorithm}\n{Time}\n{scope}\n{Sha256(canonical)}"));
        var authorization = Alter($"{Algorithm} Credential={AccessKey}/{scope}, SignedHeaders={names}, Signature={signature}");
        return $"POST / HTTP/1.1\r\n{(SignsHost ? "" : "host: 127.0.0.1\r\n")}"
            + string.Concat(fields.Select(field => $"{field.Item1}: {field.Item2}\r\n"))
            + $"Content-Type: application/x-amz-json-1.1\r\nAuthorization: {authorization}\r\n{Framing(body)}\r\n\r\n";
    }

    private static string Sha256(string text)
    {
        using var sha256 = SHA256.Create();
        return Hex(sha256.ComputeHash(Encoding.UTF8.GetBytes(text)));
    }

    private static byte[] Hmac(byte[] key, string text)
    {
        using var hmac = new HMACSHA256(key);
        return hmac.ComputeHash(Encoding.UTF8.GetBytes(text));
    }

    private static string Hex(byte[] bytes) => string.Concat(bytes.Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
}
