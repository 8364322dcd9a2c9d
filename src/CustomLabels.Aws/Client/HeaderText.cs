using System;
using System.Text.RegularExpressions;

namespace CustomLabels.Aws.Client;

/// <summary>A header for people, without what in it is secret.</summary>
internal static class HeaderText
{
    private const string Withheld = "***";

    // X-Amz-Security-Token, Set-Cookie, Proxy-Authorization, X-Auth-Key and their kin; not Proxy-Authenticate, which only asks.
    private static readonly Regex Secret = new(
        "token|cookie|authoriz|x-auth|secret|password|credential|api-?key", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    // What SigV4 puts into Authorization. The scope that follows the key id tells a wrong region.
    private static readonly Regex SigV4 = new(
        @"^(?<scheme>AWS4-[A-Z0-9-]+) Credential=[^/,]*(?<scope>/[^,]*), SignedHeaders=(?<headers>[^,]*), Signature=\S*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    public static string Of(string name, string value)
    {
        if (!Secret.IsMatch(name))
            return $"{name}: {value}";

        var signature = SigV4.Match(value);
        return signature.Success
            ? $"{name}: {signature.Groups["scheme"].Value} Credential={Withheld}{signature.Groups["scope"].Value}, SignedHeaders={signature.Groups["headers"].Value}, Signature={Withheld}"
            : $"{name}: {Withheld}";
    }
}
