using System;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CustomLabels.Testing;

/// <summary>A certificate authority that signs what a test wants.</summary>
public sealed class TestAuthority : IDisposable
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    private readonly RSA _key = RSA.Create(2048);

    public TestAuthority(string name, TestAuthority? signer = null)
    {
        var request = Request($"CN={name}", _key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        Certificate = signer is null ? request.CreateSelfSigned(Now.AddDays(-400), Now.AddDays(400)) : signer.Sign(request, Now.AddDays(-300), Now.AddDays(300), _key);
    }

    public X509Certificate2 Certificate { get; }

    public string Pem => PemOf(Certificate);

    public static string PemOf(X509Certificate2 certificate) =>
        $"-----BEGIN CERTIFICATE-----\n{Convert.ToBase64String(certificate.RawData, Base64FormattingOptions.InsertLineBreaks)}\n-----END CERTIFICATE-----\n";

    /// <summary>A server's certificate that vouches for itself.</summary>
    public static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        using var certificate = ServerRequest(key, "127.0.0.1").CreateSelfSigned(Now.AddDays(-1), Now.AddDays(1));
        return Usable(certificate);
    }

    /// <summary>A server's certificate.</summary>
    public X509Certificate2 Issue(string host = "127.0.0.1", int validFromDay = -1, int validToDay = 1)
    {
        using var key = RSA.Create(2048);
        using var certificate = Sign(ServerRequest(key, host), Now.AddDays(validFromDay), Now.AddDays(validToDay), key);
        return Usable(certificate);
    }

    public void Dispose()
    {
        Certificate.Dispose();
        _key.Dispose();
    }

    private static CertificateRequest ServerRequest(RSA key, string host)
    {
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(host, out var address))
            names.AddIpAddress(address);
        else
            names.AddDnsName(host);

        var request = Request($"CN={host}", key);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        return request;
    }

    private static CertificateRequest Request(string name, RSA key) => new(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private X509Certificate2 Sign(CertificateRequest request, DateTimeOffset from, DateTimeOffset to, RSA key)
    {
        var serial = Guid.NewGuid().ToByteArray();
        serial[0] &= 0x7F;
        using var signed = request.Create(Certificate.SubjectName, X509SignatureGenerator.CreateForRSA(_key, RSASignaturePadding.Pkcs1), from, to, serial);
        return signed.CopyWithPrivateKey(key);
    }

    // A key that was made here can't be used for TLS on Windows before it has been stored.
    private static X509Certificate2 Usable(X509Certificate2 certificate) => new(certificate.Export(X509ContentType.Pfx));
}
