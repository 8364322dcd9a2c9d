using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace CustomLabels.Completion;

/// <summary>Names a connection in a cache, without the secrets in it.</summary>
internal static class ConnectionKey
{
    // An object's keys may change and must not be asked for here: it is known by itself.
    private static readonly ConditionalWeakTable<object, string> Objects = new();

    /// <summary>A hash of everything that decides who is asked, and as whom: of the connection, and of what AWS reads from the environment.</summary>
    public static string Of(BoundConnection connection)
    {
        var settings = connection.Settings;
        string?[] given =
        [
            connection.Region, settings.ProfileName, settings.ProfileLocation, settings.AccessKey, settings.SecretKey, settings.SessionToken,
            settings.EndpointUrl?.AbsoluteUri, settings.CABundle, settings.SkipCertificateCheck.ToString(), settings.NoSignRequest.ToString(),
            connection.InHand is null ? null : Objects.GetValue(connection.InHand is PSObject wrapped ? wrapped.BaseObject : connection.InHand, static _ => Guid.NewGuid().ToString()),
        ];
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(variable => $"{variable.Key}={variable.Value}")
            .Where(variable => variable.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase))
            .OrderBy(variable => variable, StringComparer.Ordinal);
        // With lengths: no two lists make the same text.
        var text = string.Concat(given.Concat(environment).Select(part => $"{part?.Length ?? -1}:{part}"));
        return Convert.ToBase64String(Hash(Encoding.UTF8.GetBytes(text)));
    }

#if NET
    private static byte[] Hash(byte[] content) => SHA256.HashData(content);
#else
    private static byte[] Hash(byte[] content)
    {
        using var sha256 = SHA256.Create();
        return sha256.ComputeHash(content);
    }
#endif
}
