using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using CustomLabels.Local.Http;

namespace CustomLabels.Local.Signing;

/// <summary>Writes a request in the one form that both sides sign (IAM user guide, "Create a signed AWS API request", step 1).</summary>
/// <remarks>Works on text whose characters are the request's bytes (Latin-1): no byte is reinterpreted.</remarks>
internal static class CanonicalRequest
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private static readonly char[] Blanks = { ' ', '\t' };

    /// <summary>Writes the canonical request.</summary>
    /// <param name="head">The request line and header fields.</param>
    /// <param name="signedHeaders">The names of the fields that are signed, separated by semicolons.</param>
    /// <param name="bodyHash">SHA-256 of the body, in lower-case hexadecimal digits.</param>
    public static string Write(HttpRequestHead head, string signedHeaders, string bodyHash)
    {
        var question = head.Target.IndexOf('?');
        var path = question < 0 ? head.Target : head.Target.Substring(0, question);
        var query = question < 0 ? "" : head.Target.Substring(question + 1);
        var text = new StringBuilder(1024).Append(head.Method).Append('\n').Append(Path(path)).Append('\n').Append(Query(query)).Append('\n');
        foreach (var name in signedHeaders.Split(';'))
            text.Append(name.ToLowerInvariant()).Append(':').Append(string.Join(",", head.Headers.All(name).Select(Collapse))).Append('\n');
        return text.Append('\n').Append(signedHeaders).Append('\n').Append(bodyHash).ToString();
    }

    /// <summary>Without empty and dot segments; then encoded, again where the client has encoded already, which every service but S3 does.</summary>
    private static string Path(string path)
    {
        var segments = new List<string>();
        foreach (var segment in path.Split('/'))
        {
            if (segment == ".." && segments.Count > 0) segments.RemoveAt(segments.Count - 1);
            if (segment is not ("" or "." or "..")) segments.Add(Encode(segment));
        }

        var isFolder = segments.Count > 0 && path[path.Length - 1] == '/';
        return "/" + string.Join("/", segments) + (isFolder ? "/" : "");
    }

    private static string Query(string query) => string.Join("&", query
        .Split('&')
        .Where(part => part.Length > 0)
        .Select(Parameter)
        .OrderBy(pair => pair.Name, StringComparer.Ordinal)
        .ThenBy(pair => pair.Value, StringComparer.Ordinal)
        .Select(pair => $"{pair.Name}={pair.Value}"));

    private static (string Name, string Value) Parameter(string text)
    {
        var equals = text.IndexOf('=');
        return equals < 0 ? (Encode(Decode(text)), "") : (Encode(Decode(text.Substring(0, equals))), Encode(Decode(text.Substring(equals + 1))));
    }

    /// <summary>Each run of blanks is one space; those at the ends are gone since the head was read.</summary>
    private static string Collapse(string value) =>
        value.Contains("  ") || value.Contains('\t') ? string.Join(" ", value.Split(Blanks, StringSplitOptions.RemoveEmptyEntries)) : value;

    private static string Encode(string text) => text.All(IsUnreserved) ? text : string.Concat(text.Select(Encode));

    private static string Encode(char c) => IsUnreserved(c) ? c.ToString() : "%" + ((int)c).ToString("X2", CultureInfo.InvariantCulture);

    private static bool IsUnreserved(char c) => Unreserved.Contains(c);

    private static string Decode(string text)
    {
        if (!text.Contains('%')) return text;
        var decoded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var isEscape = text[i] == '%' && i + 2 < text.Length && Uri.IsHexDigit(text[i + 1]) && Uri.IsHexDigit(text[i + 2]);
            decoded.Append(isEscape ? (char)((Uri.FromHex(text[i + 1]) * 16) + Uri.FromHex(text[i + 2])) : text[i]);
            if (isEscape) i += 2;
        }

        return decoded.ToString();
    }
}
