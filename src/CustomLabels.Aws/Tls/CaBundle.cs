using System;
using System.IO;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using CustomLabels.Aws.Settings;

namespace CustomLabels.Aws.Tls;

/// <summary>A PEM file of certificates. RFC 7468: what stands between the certificates is explanation.</summary>
/// <remarks>The last one is kept for the next command: to make a machine's 150 authorities of their text takes as long as to send fifty images.</remarks>
internal static class CaBundle
{
    private static readonly Regex Certificate = new(
        @"-----BEGIN CERTIFICATE-----(?<base64>[^-]*)-----END CERTIFICATE-----",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(10));

    private static Tuple<byte[], X509Certificate2Collection>? _last;

    /// <summary>Every certificate of the file; not to be changed.</summary>
    /// <exception cref="CustomLabelsException">The file is not there, can't be read, or has no certificate or a broken one.</exception>
    public static X509Certificate2Collection Of(Setting path)
    {
        path = path with { Value = HomeFolder.Expand(path) };
        var content = Read(path);
        if (_last is { } last && last.Item1.AsSpan().SequenceEqual(content)) return last.Item2;
        var certificates = Parse(content, path);
        _last = Tuple.Create(content, certificates);
        return certificates;
    }

    private static byte[] Read(Setting path)
    {
        try
        {
            return File.ReadAllBytes(path.Value);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Unusable(path, Directory.Exists(path.Value) ? "it is a folder" : File.Exists(path.Value) ? "it can't be read" : "it is not there");
        }
    }

    private static X509Certificate2Collection Parse(byte[] content, Setting path)
    {
        using var text = new StreamReader(new MemoryStream(content));
        var certificates = new X509Certificate2Collection();
        foreach (Match match in Certificate.Matches(text.ReadToEnd()))
            certificates.Add(Parse(match.Groups["base64"].Value, certificates.Count + 1, path));

        return certificates.Count > 0 ? certificates : throw Unusable(path, "it has no certificate in PEM form (-----BEGIN CERTIFICATE-----)");
    }

    private static X509Certificate2 Parse(string base64, int number, Setting path)
    {
        try
        {
            return new X509Certificate2(Convert.FromBase64String(base64));
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            throw Unusable(path, $"certificate {number} in it can't be read");
        }
    }

    private static CustomLabelsException Unusable(Setting path, string why) => SettingErrors.Invalid(
        $"{path.Source} names '{VisibleText.Of(path.Value)}', and that is not a bundle of certificates: {why}.",
        "Give the path of a file with the certificates of the authorities to trust, in PEM form.");
}
