using System;
using System.Collections.Generic;
using CustomLabels.Api.Transport;

namespace CustomLabels.Local.Signing;

/// <summary>An <c>Authorization</c> header of Signature Version 4: <c>ALGORITHM Credential=…, SignedHeaders=…, Signature=…</c>.</summary>
internal sealed class AuthorizationHeader
{
    private static readonly char[] Separators = { ' ', '\t', ',' };

    private AuthorizationHeader(string algorithm, string credential, string signedHeaders, string signature)
    {
        Algorithm = algorithm;
        Credential = credential;
        SignedHeaders = signedHeaders;
        Signature = signature;
    }

    public string Algorithm { get; }

    public string Credential { get; }

    /// <summary>The names as sent, separated by semicolons.</summary>
    public string SignedHeaders { get; }

    /// <summary>The signature as sent; 64 hexadecimal digits in a good one.</summary>
    public string Signature { get; }

    /// <summary>Reads the header.</summary>
    /// <param name="text">Its value.</param>
    /// <param name="hasDate">Whether the request has a date: what is missing is told all at once.</param>
    /// <exception cref="ServiceException"><c>IncompleteSignatureException</c>.</exception>
    public static AuthorizationHeader Read(string text, bool hasDate)
    {
        var pieces = text.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 1; i < pieces.Length; i++)
        {
            var equals = pieces[i].IndexOf('=');
            if (equals < 0) throw SignatureErrors.NoKeyValuePair(text);
            parameters[pieces[i].Substring(0, equals)] = pieces[i].Substring(equals + 1);
        }

        var missing = new List<string>();
        foreach (var name in new[] { "Credential", "Signature", "SignedHeaders" })
        {
            if (!parameters.ContainsKey(name)) missing.Add($"Authorization header requires '{name}' parameter. ");
        }

        if (!hasDate) missing.Add("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ");
        if (missing.Count > 0) throw SignatureErrors.Incomplete(string.Concat(missing), text);
        return new AuthorizationHeader(pieces[0], parameters["Credential"], parameters["SignedHeaders"], parameters["Signature"]);
    }
}
