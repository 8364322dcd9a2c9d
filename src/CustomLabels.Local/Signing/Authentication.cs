using System;
using CustomLabels.Api.Transport;
using CustomLabels.Local.Http;

namespace CustomLabels.Local.Signing;

/// <summary>Whose requests are answered.</summary>
internal sealed class Authentication
{
    private readonly SignatureVerifier? _verifier;
    private readonly bool _allowUnsigned;

    /// <summary>Rules.</summary>
    /// <param name="verifier">What checks signatures; null takes any signature.</param>
    /// <param name="allowUnsigned">Whether requests without a signature are answered too.</param>
    public Authentication(SignatureVerifier? verifier, bool allowUnsigned)
    {
        _verifier = verifier;
        _allowUnsigned = allowUnsigned;
    }

    /// <summary>Lets a request pass, or says why not.</summary>
    /// <param name="request">The request.</param>
    /// <param name="service">The service that it is for.</param>
    /// <exception cref="ServiceException">The service's error.</exception>
    public void Check(HttpRequest request, AwsService service)
    {
        var authorization = request.Head.Headers["Authorization"];
        if (authorization is not null && _verifier is not null)
            _verifier.Verify(request, authorization, service);
        else if (!_allowUnsigned && authorization?.StartsWith("AWS4-HMAC-SHA256 ", StringComparison.Ordinal) != true)
            throw SignatureErrors.Missing();
    }
}
