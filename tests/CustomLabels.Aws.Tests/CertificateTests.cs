using System;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using CustomLabels.Api.Transport;
using CustomLabels.Testing;
using Xunit;

namespace CustomLabels.Aws.Tests;

/// <summary>Whose certificates are taken, by settings alone; the environment's bundle is in <see cref="BundleTests"/>.</summary>
public sealed class CertificateTests : IDisposable
{
    private readonly TestAuthority _root = new("canary root");
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _root.Dispose();
        _folder.Dispose();
    }

    [CertificateFact(Timeout = 60_000)]
    public async Task A_certificate_that_vouches_for_itself_is_refused()
    {
        using var certificate = TestAuthority.SelfSigned();

        var error = await RefusedAsync(certificate, Sending.Keys);

        Assert.Contains("The certificate 'CN=127.0.0.1' is refused: 'CN=127.0.0.1' has signed itself and is not trusted.", error.Message, StringComparison.Ordinal);
    }

    [CertificateFact(Timeout = 60_000)]
    public async Task A_certificate_that_vouches_for_itself_is_taken_when_it_is_in_the_bundle()
    {
        using var certificate = TestAuthority.SelfSigned();

        await TakenAsync(certificate, WithBundle(TestAuthority.PemOf(certificate)));
    }

    [CertificateFact(Timeout = 60_000)]
    public async Task Any_certificate_is_taken_when_asked_for()
    {
        using var certificate = _root.Issue("other.example", -20, -10);

        await TakenAsync(certificate, Sending.Keys with { SkipCertificateCheck = true });
    }

    [CertificateFact(Timeout = 60_000)]
    public async Task A_certificate_of_an_authority_is_taken_with_the_authority_in_the_bundle_among_others()
    {
        using var certificate = _root.Issue();
        using var other = new TestAuthority("other");

        await TakenAsync(certificate, WithBundle("Explained here\n" + other.Pem + "# and here\r\n" + _root.Pem.Replace("\n", "\r\n")));
    }

    [CertificateFact(Timeout = 60_000)]
    public async Task A_certificate_of_an_unknown_authority_is_refused()
    {
        using var certificate = _root.Issue();

        var error = await RefusedAsync(certificate, Sending.Keys);

        Assert.Contains("its issuer 'CN=canary root' is not known or not trusted", error.Message, StringComparison.Ordinal);
    }

    [CertificateFact(Timeout = 60_000)]
    public async Task A_bundle_without_the_authority_trusts_nobody_else()
    {
        using var certificate = _root.Issue();
        // The same name, and another key.
        using var impostor = new TestAuthority("canary root");

        await RefusedAsync(certificate, WithBundle(impostor.Pem));
    }

    [CertificateFact(Timeout = 60_000)]
    public async Task An_intermediate_may_stand_in_the_bundle_but_is_not_enough_alone()
    {
        using var intermediate = new TestAuthority("intermediate", _root);
        using var certificate = intermediate.Issue();

        await TakenAsync(certificate, WithBundle(intermediate.Pem + _root.Pem));
        await RefusedAsync(certificate, WithBundle(_root.Pem));
        await RefusedAsync(certificate, WithBundle(intermediate.Pem));
    }

    [CertificateTheory(Timeout = 60_000)]
    [InlineData("127.0.0.1", -20, -10, "'CN=127.0.0.1' expired on ")]
    [InlineData("127.0.0.1", 10, 20, "'CN=127.0.0.1' is not valid before ")]
    [InlineData("other.example", -1, 1, "it is for another host")]
    public async Task An_authority_in_the_bundle_excuses_nothing(string host, int from, int to, string said)
    {
        using var certificate = _root.Issue(host, from, to);

        Assert.Contains(said, (await RefusedAsync(certificate, WithBundle(_root.Pem))).Message, StringComparison.Ordinal);
        Assert.Contains(said, (await RefusedAsync(certificate, Sending.Keys)).Message, StringComparison.Ordinal);
    }

    [CertificateFact(Timeout = 60_000)]
    public async Task A_certificate_that_was_taken_once_is_looked_at_by_the_next_transport()
    {
        using var certificate = TestAuthority.SelfSigned();
        using var server = new TlsServer(certificate);
        using (var trusting = Sending.To(server.Url, Sending.Keys with { SkipCertificateCheck = true }))
            await trusting.SendAsync();

        using var transport = Sending.To(server.Url, Sending.Keys);
        await Assert.ThrowsAsync<TransportException>(() => transport.SendAsync());
    }

    private ConnectionSettings WithBundle(string pem) => Sending.Keys with { CABundle = _folder.Write($"{Guid.NewGuid():N}.pem", pem) };

    private static async Task TakenAsync(X509Certificate2 certificate, ConnectionSettings settings)
    {
        using var server = new TlsServer(certificate);
        using var transport = Sending.To(server.Url, settings);

        Assert.Equal(200, (await transport.SendAsync()).StatusCode);
    }

    private static async Task<TransportException> RefusedAsync(X509Certificate2 certificate, ConnectionSettings settings)
    {
        using var server = new TlsServer(certificate);
        using var transport = Sending.To(server.Url, settings);

        var error = await Assert.ThrowsAsync<TransportException>(() => transport.SendAsync());
        Assert.Equal(TransportFailure.Refused, error.Failure);
        Assert.StartsWith($"{server.Url.Authority} can't be trusted. The certificate ", error.Message, StringComparison.Ordinal);
        Assert.Contains("-CABundle", error.Remedy, StringComparison.Ordinal);
        Assert.Equal((1, 0), (server.Connections, server.Requests));
        return error;
    }
}
