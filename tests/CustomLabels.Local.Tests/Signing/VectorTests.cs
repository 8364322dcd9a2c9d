using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using CustomLabels.Api.Transport;
using CustomLabels.Fuzz.Http;
using CustomLabels.Local.Http;
using CustomLabels.Local.Signing;
using CustomLabels.Local.Tests.Support;
using Xunit;

namespace CustomLabels.Local.Tests.Signing;

/// <summary>Requests that botocore signed: those of AWS's published test suite, and boto3's own. tests/Peers/make_vectors.py writes them.</summary>
public class VectorTests
{
    private const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    public static TheoryData<string, string> All => Vectors(_ => true);

    public static TheoryData<string, string> OfBoto3 => Vectors(name => name.StartsWith("boto3-", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(All))]
    public void The_signature_is_that_of_botocore(string name, string request)
    {
        var (received, signed, scope) = Read(request);
        Assert.True(string.Equals(signed.Signature, Signature.Of(received, signed.SignedHeaders, received.Head.Headers["X-Amz-Date"]!, scope, Signature.Key(scope, Secret)), StringComparison.Ordinal), name);
    }

    [Theory]
    [MemberData(nameof(OfBoto3))]
    public void What_boto3_sends_is_let_pass_and_with_any_byte_of_its_body_flipped_is_not(string name, string request)
    {
        var (received, _, scope) = Read(request);
        var headers = received.Head.Headers;
        var time = DateTime.ParseExact(headers["X-Amz-Date"]!, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
        var verifier = new SignatureVerifier(new SigningKeys(scope.AccessKey, Secret, headers["X-Amz-Security-Token"]), "us-east-1", new StandingClock(time));
        verifier.Verify(received, headers["Authorization"]!, AwsService.Rekognition);

        var body = received.Body.Array!;
        Assert.True(body.Length > 100, name);
        for (var i = 0; i < body.Length; i++)
        {
            body[i] ^= 1;
            Assert.Equal("InvalidSignatureException", Assert.Throws<ServiceException>(() => verifier.Verify(received, headers["Authorization"]!, AwsService.Rekognition)).Code);
            body[i] ^= 1;
        }

        verifier.Verify(received, headers["Authorization"]!, AwsService.Rekognition);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1", "GET /x HTTP/1.1")]
    [InlineData("GET / HTTP/1.1", "GET /?x HTTP/1.1")]
    [InlineData("GET / HTTP/1.1", "HEAD / HTTP/1.1")]
    [InlineData("Host:example.", "Host:example2.")]
    public void What_is_signed_can_not_be_changed(string found, string changed)
    {
        var vanilla = Parsed().Single(vector => vector.Name == "get-vanilla").Request;
        var (received, signed, scope) = Read(vanilla.Replace(found, changed));
        Assert.False(string.Equals(signed.Signature, Signature.Of(received, signed.SignedHeaders, "20150830T123600Z", scope, Signature.Key(scope, Secret)), StringComparison.Ordinal));
    }

    private static (HttpRequest Request, AuthorizationHeader Signed, CredentialScope Scope) Read(string request)
    {
        var received = Received.From(request);
        var signed = AuthorizationHeader.Read(received.Head.Headers["Authorization"]!, hasDate: true);
        return (received, signed, CredentialScope.Read(signed.Credential));
    }

    private static TheoryData<string, string> Vectors(Func<string, bool> isWanted)
    {
        var data = new TheoryData<string, string>();
        foreach (var (name, request) in Parsed().Where(vector => isWanted(vector.Name))) data.Add(name, request);
        return data;
    }

    private static List<(string Name, string Request)> Parsed()
    {
        using var stream = typeof(VectorTests).Assembly.GetManifestResourceStream("vectors.json")!;
        using var json = JsonDocument.Parse(stream);
        return json.RootElement.EnumerateArray().Select(vector => (vector.GetProperty("Name").GetString()!, vector.GetProperty("Request").GetString()!)).ToList();
    }
}
