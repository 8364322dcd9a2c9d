using System;
using CustomLabels.Api.Transport;
using CustomLabels.Fuzz.Http;
using CustomLabels.Local.Http;
using CustomLabels.Local.Signing;
using CustomLabels.Local.Tests.Support;
using Xunit;

namespace CustomLabels.Local.Tests.Signing;

public class SignatureVerifierTests
{
    private const string Incomplete = "IncompleteSignatureException";
    private const string Invalid = "InvalidSignatureException";
    private const string Unknown = "UnrecognizedClientException";
    private const string UnknownMessage = "The security token included in the request is invalid.";
    private const string Mismatch = "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.";
    private const string Hashed = "(Hashed with SHA-256 and encoded with Base64) Authorization=";

    private static readonly DateTime Now = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
    private static readonly Signer Client = new() { Time = "20260102T030405Z" };

    [Fact]
    public void A_well_signed_request_passes() => Verify(Client);

    [Theory]
    [InlineData(", ", ",")]
    [InlineData(", ", " ")]
    [InlineData(", ", ",\t ")]
    public void The_parts_of_the_header_may_be_separated_by_commas_and_blanks(string separator, string other) =>
        Verify(Client with { Alter = header => header.Replace(separator, other) });

    [Theory]
    [InlineData("20260102T025905Z")]
    [InlineData("20260102T030905Z")]
    public void Clocks_may_differ_by_five_minutes(string time) => Verify(Client with { Time = time });

    [Theory]
    [InlineData("20260102T025904Z", "Signature expired: 20260102T025904Z is now earlier than 20260102T025905Z (20260102T030405Z - 5 min.)")]
    [InlineData("20260102T030906Z", "Signature not yet current: 20260102T030906Z is still later than 20260102T030905Z (20260102T030405Z + 5 min.)")]
    [InlineData("00010101T000000Z", "Signature expired: 00010101T000000Z is now earlier than 20260102T025905Z (20260102T030405Z - 5 min.)")]
    [InlineData("99991231T235959Z", "Signature not yet current: 99991231T235959Z is still later than 20260102T030905Z (20260102T030405Z + 5 min.)")]
    public void More_than_five_minutes_are_not_allowed(string time, string message) => AssertRefused(Client with { Time = time }, Invalid, message);

    [Fact]
    public void The_HTTP_date_counts_where_there_is_no_other()
    {
        AssertRefused(Altered(Client, "x-amz-date: 20260102T030405Z", "Date: Fri, 02 Jan 2026 03:09:06 GMT"), Invalid, "Signature not yet current: 20260102T030906Z is still later than 20260102T030905Z (20260102T030405Z + 5 min.)");

        // In time, but the header that was signed is gone.
        AssertRefused(Altered(Client, "x-amz-date: 20260102T030405Z", "Date: Fri, 02 Jan 2026 03:04:05 GMT"), Invalid, Mismatch);
        AssertRefused(Altered(Client, "x-amz-date: 20260102T030405Z", "Date: 20260102T030405Z"), Invalid, Mismatch);
    }

    [Theory]
    [InlineData("2026-01-02T03:04:05Z")]
    [InlineData("Fri, 02 Jan 2026 03:04:05 GMT")]
    [InlineData("20260102T030405")]
    [InlineData("20261302T030405Z")]
    [InlineData("now")]
    public void A_date_of_another_form_is_incomplete(string date) =>
        AssertRefused(
            Altered(Client, "x-amz-date: 20260102T030405Z", $"x-amz-date: {date}"), Incomplete, $"Date must be in ISO-8601 'basic format'. Got '{date}'. See http://en.wikipedia.org/wiki/ISO_8601");

    [Theory]
    [InlineData("X", "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter. " + Hashed + "S2irOEf+2n1sYsH7y+6/o16rc1HtXnj03a3qXfZLgBU=")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a, SignedHeaders=b", "Authorization header requires 'Signature' parameter. " + Hashed)]
    [InlineData("AWS4-HMAC-SHA256 Credential=a, Signature=b", "Authorization header requires 'SignedHeaders' parameter. " + Hashed)]
    [InlineData("AWS4-HMAC-SHA256 Signature=a, SignedHeaders=b", "Authorization header requires 'Credential' parameter. " + Hashed)]
    [InlineData("Bearer s3cret", "Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): '")]
    [InlineData("AWS4-HMAC-SHA256 Credential= a/b, SignedHeaders=b, Signature=c", "Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): '")]
    [InlineData(",", "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter. " + Hashed)]
    public void A_header_that_lacks_a_part_is_incomplete_and_not_repeated(string header, string message)
    {
        var error = Refused(Client with { Alter = _ => header });
        Assert.Equal(Incomplete, error.Code);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_without_a_date_is_incomplete()
    {
        var error = Assert.Throws<ServiceException>(() => Verify(Altered(Client, "x-amz-date: 20260102T030405Z", "X: y")));
        Assert.Equal(Incomplete, error.Code);
        Assert.StartsWith("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. " + Hashed, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_host_must_be_signed() =>
        AssertRefused(Client with { SignsHost = false }, Invalid, "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");

    [Fact]
    public void Another_algorithm_is_incomplete() =>
        AssertRefused(Client with { Algorithm = "AWS4-ECDSA-P256-SHA256" }, Incomplete, "Unsupported AWS 'algorithm': 'AWS4-ECDSA-P256-SHA256' (only AWS4-HMAC-SHA256 for now). ");

    [Fact]
    public void A_credential_of_other_than_five_parts_is_incomplete() =>
        AssertRefused(
            Client with { Alter = header => header.Replace("/rekognition", "") }, Incomplete,
            "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'AKIDEXAMPLE/20260102/us-east-1/aws4_request'");

    [Fact]
    public void A_scope_of_another_region_service_end_or_day_is_invalid_and_all_of_it_is_told()
    {
        AssertRefused(Client with { Region = "eu-west-1" }, Invalid, "Credential should be scoped to a valid region, not 'eu-west-1'. ");
        AssertRefused(Client with { Service = "s3" }, Invalid, "Credential should be scoped to correct service: 'rekognition'. ");
        AssertRefused(Client with { Terminator = "aws5_request" }, Invalid, "Credential should be scoped with a valid terminator: 'aws4_request', not 'aws5_request'. ");
        AssertRefused(
            Client with { ScopeDate = "20260101" }, Invalid, "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20260101' != '20260102', from '20260102T030405Z'.");
        AssertRefused(
            Client with { Region = "x", Service = "y", Terminator = "z", ScopeDate = "w" }, Invalid,
            "Credential should be scoped to a valid region, not 'x'. Credential should be scoped to correct service: 'rekognition'. Credential should be scoped with a valid terminator: 'aws4_request', not 'z'. "
            + "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: 'w' != '20260102', from '20260102T030405Z'.");
    }

    [Fact]
    public void An_unknown_access_key_is_an_UnrecognizedClientException() => AssertRefused(Client with { AccessKey = "AKIDEXAMPLF" }, Unknown, UnknownMessage);

    [Fact]
    public void Another_secret_is_another_signature() => AssertRefused(Client with { SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEZ" }, Invalid, Mismatch);

    [Theory]
    [InlineData("Signature=0")]
    [InlineData("Signature=")]
    [InlineData("Signature=00")]
    public void A_signature_of_another_form_does_not_match(string signature) =>
        AssertRefused(Client with { Alter = header => header.Substring(0, header.IndexOf("Signature=", StringComparison.Ordinal)) + signature }, Invalid, Mismatch);

    [Fact]
    public void A_signed_header_that_is_changed_or_gone_does_not_match()
    {
        AssertRefused(Altered(Client, "RekognitionService.DetectCustomLabels", "RekognitionService.DeleteProject"), Invalid, Mismatch);
        AssertRefused(Altered(Client, "x-amz-target: ", "x-amz-target-2: "), Invalid, Mismatch);
        AssertRefused(Altered(Client, "host: 127.0.0.1", "host: 127.0.0.2"), Invalid, Mismatch);
    }

    [Fact]
    public void Temporary_keys_come_with_their_token()
    {
        var temporary = Client with { SessionToken = "FwoGZXIvYXdzEXAMPLE" };
        Verify(temporary, token: "FwoGZXIvYXdzEXAMPLE");
        AssertRefused(temporary, Unknown, UnknownMessage, token: "FwoGZXIvYXdzEXAMPLF");
        AssertRefused(temporary, Unknown, UnknownMessage, token: "FwoG");
        AssertRefused(Client, Unknown, UnknownMessage, token: "FwoGZXIvYXdzEXAMPLE");
        AssertRefused(temporary, Unknown, UnknownMessage);
    }

    [Fact]
    public void No_error_tells_a_key_or_token()
    {
        var temporary = Client with { SessionToken = "canary-token", SecretKey = "canary-secret" };
        var others = new[] { temporary, temporary with { SecretKey = "x" }, temporary with { Region = "x" }, temporary with { Time = "20250102T030405Z" }, temporary with { Alter = _ => "canary-header" } };
        foreach (var other in others)
            Assert.DoesNotContain("canary", Assert.Throws<ServiceException>(() => Verify(other, token: "canary-other", secret: "canary-other")).Message, StringComparison.Ordinal);
    }

    private static void Verify(Signer client, string? token = null, string? secret = null) => Verify(Received.From(client.Head("{}") + "{}"), token, secret);

    private static void Verify(HttpRequest request, string? token = null, string? secret = null) =>
        new SignatureVerifier(new SigningKeys("AKIDEXAMPLE", secret ?? Client.SecretKey, token), "us-east-1", new StandingClock(Now)).Verify(request, request.Head.Headers["Authorization"]!, AwsService.Rekognition);

    private static HttpRequest Altered(Signer client, string found, string changed)
    {
        var text = client.Head("{}") + "{}";
        Assert.Contains(found, text, StringComparison.Ordinal);
        return Received.From(text.Replace(found, changed));
    }

    private static ServiceException Refused(Signer client) => Assert.Throws<ServiceException>(() => Verify(client));

    private static void AssertRefused(Signer client, string code, string message, string? token = null) => AssertRefused(Received.From(client.Head("{}") + "{}"), code, message, token);

    private static void AssertRefused(HttpRequest request, string code, string message, string? token = null)
    {
        var error = Assert.Throws<ServiceException>(() => Verify(request, token));
        Assert.Equal((code, message, 400), (error.Code, error.Message, error.StatusCode));
    }
}
