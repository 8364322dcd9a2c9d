using System;
using System.Security.Cryptography;
using System.Text;
using CustomLabels.Local.Http;
using CustomLabels.Local.Images;
using CustomLabels.Text;

namespace CustomLabels.Local.Signing;

/// <summary>Signature Version 4 (IAM user guide, "Create a signed AWS API request").</summary>
/// <remarks>Of its own: a signer that made both sides of the comparison would prove nothing.</remarks>
internal static class Signature
{
    /// <summary>What the <c>Authorization</c> header and the string to sign begin with.</summary>
    public const string Algorithm = "AWS4-HMAC-SHA256";

    private static readonly Encoding Latin1 = Encoding.GetEncoding("iso-8859-1");

    /// <summary>The signature that a request ought to have, in lower-case hexadecimal digits.</summary>
    /// <param name="request">The request.</param>
    /// <param name="signedHeaders">The names of the header fields that are signed, separated by semicolons.</param>
    /// <param name="time">When it was signed, in ISO 8601's basic format.</param>
    /// <param name="scope">What it was signed for.</param>
    /// <param name="key">The scope's signing key.</param>
    public static string Of(HttpRequest request, string signedHeaders, string time, CredentialScope scope, byte[] key)
    {
        var canonical = CanonicalRequest.Write(request.Head, signedHeaders, Hexadecimal.Of(ContentHash.Of(request.Body)));
        var canonicalHash = ContentHash.Of(new ArraySegment<byte>(Latin1.GetBytes(canonical)));
        return Hexadecimal.Of(Hmac(key, $"{Algorithm}\n{time}\n{scope.Text}\n{Hexadecimal.Of(canonicalHash)}"));
    }

    /// <summary>The signing key of a scope, good for its day.</summary>
    /// <param name="scope">What is signed for.</param>
    /// <param name="secretKey">The secret access key.</param>
    public static byte[] Key(CredentialScope scope, string secretKey)
    {
        var key = Encoding.UTF8.GetBytes("AWS4" + secretKey);
        foreach (var part in new[] { scope.Date, scope.Region, scope.Service, scope.Terminator }) key = Hmac(key, part);
        return key;
    }

    private static byte[] Hmac(byte[] key, string text)
    {
        using var hmac = new HMACSHA256(key);
        return hmac.ComputeHash(Latin1.GetBytes(text));
    }
}
