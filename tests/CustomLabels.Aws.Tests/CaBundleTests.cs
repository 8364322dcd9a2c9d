using System;
using System.IO;
using System.Threading.Tasks;
using CustomLabels.Api.Transport;
using CustomLabels.Testing;
using Xunit;

namespace CustomLabels.Aws.Tests;

/// <summary>Which certificate authorities are trusted, and by what.</summary>
[Collection(OneAtATime.Name)]
public sealed class CaBundleTests : SettingsScene
{
    [CertificateFact(Timeout = 60_000)]
    public async Task The_bundle_comes_from_the_settings_else_the_environment_else_the_profile()
    {
        using var root = new TestAuthority("root");
        using var certificate = root.Issue();
        using var server = new TlsServer(certificate);
        var (good, bad) = (Folder.Write("good.pem", root.Pem), Folder.Write("bad.pem", "nothing"));

        SetConfig($"[default]\nca_bundle = {good}\n");
        await SendAsync(Sending.Keys);

        Variables["AWS_CA_BUNDLE"] = bad;
        AssertRefused(Sending.Keys, "The environment variable AWS_CA_BUNDLE names ");
        await SendAsync(Sending.Keys with { CABundle = good });
        await SendAsync(Sending.Keys with { SkipCertificateCheck = true });

        Variables["AWS_CA_BUNDLE"] = good;
        SetConfig($"[default]\nca_bundle = {bad}\n");
        await SendAsync(Sending.Keys);

        Variables["AWS_CA_BUNDLE"] = null;
        AssertRefused(Sending.Keys, "ca_bundle of profile 'default' in ");

        async Task SendAsync(ConnectionSettings settings)
        {
            using var transport = Sending.To(server.Url, settings);
            Assert.Equal(200, (await transport.SendAsync()).StatusCode);
        }
    }

    [CertificateFact(Timeout = 60_000)]
    public async Task A_bundle_that_is_replaced_is_read_anew()
    {
        using var root = new TestAuthority("root");
        using var other = new TestAuthority("other");
        using var certificate = root.Issue();
        using var server = new TlsServer(certificate);
        var settings = Sending.Keys with { CABundle = Folder.Write("bundle.pem", root.Pem) };
        using (var transport = Sending.To(server.Url, settings)) Assert.Equal(200, (await transport.SendAsync()).StatusCode);

        Folder.Write("bundle.pem", other.Pem);
        using (var transport = Sending.To(server.Url, settings)) await Assert.ThrowsAsync<TransportException>(() => transport.SendAsync());
    }

    [Theory]
    [InlineData(null, "it is not there")]
    [InlineData("", "it has no certificate in PEM form")]
    [InlineData("-----BEGIN PRIVATE KEY-----\ncanary\n-----END PRIVATE KEY-----\n", "it has no certificate in PEM form")]
    [InlineData("-----BEGIN CERTIFICATE-----\n!canary!\n-----END CERTIFICATE-----\n", "certificate 1 in it can't be read")]
    [InlineData("-----BEGIN CERTIFICATE-----\nY2FuYXJ5\n-----END CERTIFICATE-----\n", "certificate 1 in it can't be read")]
    public void A_bundle_that_is_none_is_refused(string? text, string said)
    {
        var path = text is null ? Path.Combine(Path.GetTempPath(), "customlabels-no-bundle.pem") : Folder.Write("bundle.pem", text);

        AssertRefused(new ConnectionSettings { CABundle = path }, $"-CABundle names '{path}', and that is not a bundle of certificates: {said}");
    }

    [Fact]
    public void AFolder_is_no_bundle() => AssertRefused(new ConnectionSettings { CABundle = Path.GetTempPath() }, "it is a folder.");
}
