using System.Linq;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CustomLabels.Api.Transport;
using CustomLabels.Aws.Settings;

namespace CustomLabels.Aws.Tls;

/// <summary>Which certificates are taken for the endpoint's: those that the machine vouches for, those that a bundle vouches for and no others, or any.</summary>
internal sealed class ServerTrust
{
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    private readonly bool _anything;
    private readonly X509Certificate2Collection? _bundle;

    private ServerTrust(bool anything, X509Certificate2Collection? bundle)
    {
        _anything = anything;
        _bundle = bundle;
    }

    /// <summary>Any when asked for; else the given bundle, AWS_CA_BUNDLE's or the profile's; else the machine's.</summary>
    /// <exception cref="CustomLabelsException">The bundle can't be used.</exception>
    public static ServerTrust Of(ConnectionSettings settings, ProfileSettings profile)
    {
        var path = settings.CABundle is { } given ? new Setting(given, "-CABundle") : Setting.Find("AWS_CA_BUNDLE", profile, "ca_bundle");
        return new ServerTrust(settings.SkipCertificateCheck, settings.SkipCertificateCheck || path is null ? null : CaBundle.Of(path));
    }

    /// <summary>Why a certificate is refused, for people; null when it is taken.</summary>
    /// <param name="certificate">What the endpoint showed.</param>
    /// <param name="chain">What the machine makes of it, with the other certificates that the endpoint sent.</param>
    /// <param name="errors">What the machine has against it.</param>
    public string? Refusal(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (_anything || (errors == SslPolicyErrors.None && _bundle is null))
            return null;
        if (certificate is null || chain is null)
            return "The endpoint showed no certificate.";

        using var shown = new X509Certificate2(certificate);
        var isOfAnotherHost = errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch);
        if (_bundle is null)
            return CertificateReport.Of(shown, chain, isOfAnotherHost);

        using var own = new X509Chain { ChainPolicy = Policy(_bundle, chain) };
        return own.Build(shown) && EndsIn(_bundle, own) && !isOfAnotherHost ? null : CertificateReport.Of(shown, own, isOfAnotherHost);
    }

    private static X509ChainPolicy Policy(X509Certificate2Collection bundle, X509Chain sent)
    {
        // Revocation is looked up no more than for the machine's own: .NET's default for TLS.
        var policy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck };
        policy.ApplicationPolicy.Add(ServerAuthentication);
        policy.ExtraStore.AddRange(sent.ChainPolicy.ExtraStore);
        policy.ExtraStore.AddRange(bundle);
#if NETFRAMEWORK
        // It can't be told whom to trust: any root is let through here, and looked at in EndsIn.
        policy.VerificationFlags = X509VerificationFlags.AllowUnknownCertificateAuthority;
#else
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.CustomTrustStore.AddRange(bundle);
        policy.DisableCertificateDownloads = true;
#endif
        return policy;
    }

    private static bool EndsIn(X509Certificate2Collection bundle, X509Chain chain)
    {
        var root = chain.ChainElements[chain.ChainElements.Count - 1].Certificate.RawData;
        return bundle.Cast<X509Certificate2>().Any(trusted => trusted.RawData.SequenceEqual(root));
    }
}
