using System;
using System.Text;
using CustomLabels.Api.Transport;
using CustomLabels.Local.Images;

namespace CustomLabels.Local.Signing;

/// <summary>What AWS's front end answers when a signature is missing or wrong, with status 400, as its JSON services do.</summary>
/// <remarks>
/// AWS documents the texts only in part (IAM user guide, "Troubleshoot Signature Version 4 signing"; API references, "Common Errors"). The rest is as its
/// JSON 1.1 services have been seen to answer. The service may add the canonical request it computed, and with it the session token: not done here.
/// </remarks>
internal static class SignatureErrors
{
    /// <summary>Not signed.</summary>
    public static ServiceException Missing() => new("MissingAuthenticationTokenException", "Missing Authentication Token");

    /// <summary>A part of the header has no value. The header is only told by its hash, as the service does it: it may hold a password.</summary>
    public static ServiceException NoKeyValuePair(string header) =>
        new("IncompleteSignatureException", $"Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): '{Hash(header)}'.");

    /// <summary>Parts of the header are not there.</summary>
    public static ServiceException Incomplete(string missing, string header) =>
        new("IncompleteSignatureException", $"{missing}(Hashed with SHA-256 and encoded with Base64) Authorization={Hash(header)}");

    /// <summary>The text is not a date.</summary>
    public static ServiceException DateMalformed(string date) =>
        new("IncompleteSignatureException", $"Date must be in ISO-8601 'basic format'. Got '{date}'. See http://en.wikipedia.org/wiki/ISO_8601");

    /// <summary>Another algorithm. The space at the end is the service's.</summary>
    public static ServiceException AlgorithmUnsupported(string algorithm) =>
        new("IncompleteSignatureException", $"Unsupported AWS 'algorithm': '{algorithm}' (only AWS4-HMAC-SHA256 for now). ");

    /// <summary>The credential has not five parts.</summary>
    public static ServiceException CredentialMalformed(string credential) =>
        new("IncompleteSignatureException", $"Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '{credential}'");

    /// <summary>Signed too long ago.</summary>
    public static ServiceException Expired(DateTime signed, DateTime now, TimeSpan allowed) =>
        Invalid($"Signature expired: {RequestTime.Write(signed)} is now earlier than {RequestTime.Write(now - allowed)} ({RequestTime.Write(now)} - {allowed.TotalMinutes} min.)");

    /// <summary>Signed in the future.</summary>
    public static ServiceException NotYetCurrent(DateTime signed, DateTime now, TimeSpan allowed) =>
        Invalid($"Signature not yet current: {RequestTime.Write(signed)} is still later than {RequestTime.Write(now + allowed)} ({RequestTime.Write(now)} + {allowed.TotalMinutes} min.)");

    /// <summary>The host is not among the signed headers.</summary>
    public static ServiceException HostNotSigned() => Invalid($"'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");

    /// <summary>The scope is not this service's.</summary>
    public static ServiceException ScopeWrong(string reasons) => new("InvalidSignatureException", reasons);

    /// <summary>The access key is not known, or the session token not its own.</summary>
    public static ServiceException UnknownKey() => new("UnrecognizedClientException", "The security token included in the request is invalid.");

    /// <summary>Another secret, another request, or another way of signing.</summary>
    public static ServiceException Mismatch() => Invalid(
        $"The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.");

    private static ServiceException Invalid(FormattableString message) => new("InvalidSignatureException", FormattableString.Invariant(message));

    private static string Hash(string header) => Convert.ToBase64String(ContentHash.Of(new ArraySegment<byte>(Encoding.UTF8.GetBytes(header))));
}
