using System;
using System.Linq;
using System.Runtime.CompilerServices;
using CustomLabels.Api.Transport;
using CustomLabels.Local.Http;
using CustomLabels.Time;

namespace CustomLabels.Local.Signing;

/// <summary>Checks that requests are signed with Signature Version 4 by one pair of keys, for a service of one region, now.</summary>
/// <remarks>Checks in the order in which AWS's JSON services have been seen to. Only the host has to be signed; whatever else is, counts.</remarks>
internal sealed class SignatureVerifier
{
    private const string Terminator = "aws4_request";

    // What AWS allows for most services (IAM user guide, "Troubleshoot Signature Version 4 signing").
    private static readonly TimeSpan AllowedSkew = TimeSpan.FromMinutes(5);

    private readonly SigningKeys _keys;
    private readonly string _region;
    private readonly IClock _clock;
    private Tuple<CredentialScope, byte[]>? _lastKey;

    /// <summary>A verifier.</summary>
    /// <param name="keys">The keys that are known.</param>
    /// <param name="region">The region that requests must be signed for.</param>
    /// <param name="clock">The clock.</param>
    public SignatureVerifier(SigningKeys keys, string region, IClock clock)
    {
        _keys = keys;
        _region = region;
        _clock = clock;
    }

    /// <summary>Lets a request pass, or says what is wrong with it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="authorization">Its <c>Authorization</c> header.</param>
    /// <param name="service">The service that it has to be signed for.</param>
    /// <exception cref="ServiceException">The service's error.</exception>
    public void Verify(HttpRequest request, string authorization, AwsService service)
    {
        var headers = request.Head.Headers;
        var signed = AuthorizationHeader.Read(authorization, RequestTime.IsIn(headers));
        var time = RequestTime.Read(headers);
        CheckTime(time);
        if (!signed.SignedHeaders.Split(';').Contains("host", StringComparer.OrdinalIgnoreCase)) throw SignatureErrors.HostNotSigned();
        if (signed.Algorithm != Signature.Algorithm) throw SignatureErrors.AlgorithmUnsupported(signed.Algorithm);
        var scope = CredentialScope.Read(signed.Credential);
        var signedAt = RequestTime.Write(time);
        CheckScope(scope, service.EndpointPrefix, signedAt);

        // Assumed: keys that came without their token are no keys the service knows, and so are long-term keys that came with one.
        var token = headers["X-Amz-Security-Token"];
        if (scope.AccessKey != _keys.AccessKey || token is null != _keys.SessionToken is null) throw SignatureErrors.UnknownKey();
        var expected = Signature.Of(request, signed.SignedHeaders, signedAt, scope, KeyOf(scope));
        if (!AreEqual(expected, signed.Signature)) throw SignatureErrors.Mismatch();
        if (!AreEqual(_keys.SessionToken ?? "", token ?? "")) throw SignatureErrors.UnknownKey();
    }

    /// <summary>Derives a key once a day, not for each request. Two that come at once may both: it is the same key.</summary>
    private byte[] KeyOf(CredentialScope scope)
    {
        var last = _lastKey;
        if (last?.Item1 != scope) _lastKey = last = Tuple.Create(scope, Signature.Key(scope, _keys.SecretKey));
        return last.Item2;
    }

    private void CheckTime(DateTime time)
    {
        var now = _clock.UtcNow;
        if (time < now - AllowedSkew) throw SignatureErrors.Expired(time, now, AllowedSkew);
        if (time > now + AllowedSkew) throw SignatureErrors.NotYetCurrent(time, now, AllowedSkew);
    }

    /// <summary>Tells everything that is wrong with a scope at once. The space at the end of most of it is the service's.</summary>
    private void CheckScope(CredentialScope scope, string service, string signedAt)
    {
        var date = signedAt.Substring(0, 8);
        var reasons = "";
        if (scope.Region != _region) reasons += $"Credential should be scoped to a valid region, not '{scope.Region}'. ";
        if (scope.Service != service) reasons += $"Credential should be scoped to correct service: '{service}'. ";
        if (scope.Terminator != Terminator) reasons += $"Credential should be scoped with a valid terminator: '{Terminator}', not '{scope.Terminator}'. ";
        if (scope.Date != date) reasons += $"Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '{scope.Date}' != '{date}', from '{signedAt}'.";
        if (reasons.Length > 0) throw SignatureErrors.ScopeWrong(reasons);
    }

    /// <summary>Takes as long wherever two texts of a length differ: the time must not tell how much of a guess is right.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    private static bool AreEqual(string expected, string found)
    {
        if (expected.Length != found.Length) return false;
        var difference = 0;
        for (var i = 0; i < expected.Length; i++) difference |= expected[i] ^ found[i];
        return difference == 0;
    }
}
