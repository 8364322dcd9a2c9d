using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography.X509Certificates;

namespace CustomLabels.Aws.Tls;

/// <summary>Says what is wrong with a certificate, for people.</summary>
internal static class CertificateReport
{
    /// <param name="certificate">What the endpoint showed.</param>
    /// <param name="chain">Who vouches for it.</param>
    /// <param name="isOfAnotherHost">Whether its names are others than the endpoint's.</param>
    public static string Of(X509Certificate2 certificate, X509Chain chain, bool isOfAnotherHost)
    {
        var problems = chain.ChainElements.Cast<X509ChainElement>().SelectMany(element => Problems(element.Certificate, element.ChainElementStatus)).ToList();
        if (isOfAnotherHost)
            problems.Insert(0, "it is for another host");
        if (problems.Count == 0)
            problems.AddRange(Problems(certificate, chain.ChainStatus));
        return $"The certificate {Name(certificate)} is refused: {string.Join("; ", problems.Distinct(StringComparer.Ordinal))}.";
    }

    private static IEnumerable<string> Problems(X509Certificate2 certificate, X509ChainStatus[] found) =>
        found.Select(status => Problem(status.Status, certificate));

    private static string Problem(X509ChainStatusFlags flag, X509Certificate2 certificate) => flag switch
    {
        X509ChainStatusFlags.NotTimeValid when DateTime.Now > certificate.NotAfter => $"{Name(certificate)} expired on {Date(certificate.NotAfter)}",
        X509ChainStatusFlags.NotTimeValid => $"{Name(certificate)} is not valid before {Date(certificate.NotBefore)}",
        X509ChainStatusFlags.UntrustedRoot or X509ChainStatusFlags.PartialChain => Untrusted(certificate),
        X509ChainStatusFlags.NotSignatureValid => $"the signature on {Name(certificate)} is wrong",
        _ => $"{Name(certificate)}: {flag}",
    };

    private static string Untrusted(X509Certificate2 certificate) => certificate.SubjectName.RawData.SequenceEqual(certificate.IssuerName.RawData)
        ? $"{Name(certificate)} has signed itself and is not trusted"
        : $"its issuer '{VisibleText.Of(certificate.Issuer)}' is not known or not trusted";

    private static string Name(X509Certificate2 certificate) => $"'{VisibleText.Of(certificate.Subject)}'";

    private static string Date(DateTime time) => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
