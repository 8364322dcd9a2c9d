using System;
using System.Collections;
using System.Linq;
using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using CustomLabels.Connection;

namespace CustomLabels.Completion;

/// <summary>Names a connection in a cache, without the secrets in it.</summary>
internal static class ConnectionKey
{
    // An object's keys may change and must not be asked for here: it is known by itself.
    private static readonly ConditionalWeakTable<object, string> Objects = new();

    /// <summary>A hash of everything that decides which endpoint is asked, and with which credentials: the connection, and what AWS and .NET read from the environment.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="typed">What was typed for it.</param>
    public static string Of(BoundConnection connection, IParameterValues typed)
    {
        var given = ConnectionParameters.DecidingWho.Where(parameter => parameter.Name != ConnectionParameters.Credential).Select(parameter => parameter.Read(typed)?.ToString());
        string?[] session =
        [
            connection.Region,
            connection.InHand is null ? null : Objects.GetValue(connection.InHand, static _ => Guid.NewGuid().ToString()),
            Proxy(connection.Settings.Proxy),
        ];
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Where(variable => IsRead((string)variable.Key))
            .Select(variable => $"{variable.Key}={variable.Value}")
            .OrderBy(variable => variable, StringComparer.Ordinal);
        // With lengths: no two lists make the same text.
        var text = string.Concat(given.Concat(session).Concat(environment).Select(part => $"{part?.Length ?? -1}:{part}"));
        return Convert.ToBase64String(Hash(Encoding.UTF8.GetBytes(text)));
    }

    // AWS_…, and HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY in either case.
    private static bool IsRead(string variable) =>
        variable.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase) || variable.EndsWith("_PROXY", StringComparison.OrdinalIgnoreCase);

    // Through which it goes, and past what; a proxy's credentials are told by their name alone.
    private static string? Proxy(IWebProxy? proxy) => proxy is WebProxy { Address: { } address } known
        ? $"{address} {known.BypassProxyOnLocal} {string.Join(" ", known.BypassList)} {(known.Credentials as NetworkCredential)?.UserName}"
        : proxy?.GetType().FullName;

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
