using System.Security.Authentication;

namespace CustomLabels.Aws.Tls;

/// <summary>Carries out of the TLS handshake why a certificate was refused: all that .NET would say itself is that it was.</summary>
internal sealed class CertificateRefusedException : AuthenticationException
{
    public CertificateRefusedException(string message)
        : base(message)
    {
    }
}
