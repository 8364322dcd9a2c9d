using System;
using System.Linq;

namespace CustomLabels.Local.Http;

/// <summary>Refuses what comes from a web page of somebody else. A browser on this machine reaches the loopback address for any page that asks it to.</summary>
/// <remarks>
/// A page whose own name is made to lead here (DNS rebinding) sends that name as Host. A page that calls this address by its right name sends its Origin with
/// whatever could do something, and its browser says in Sec-Fetch-Site whose page it is. Programs such as the AWS SDKs send neither.
/// </remarks>
internal static class Caller
{
    private const string Allowed = "127.0.0.1, localhost, [::1] and names that end in .localhost";

    /// <summary>Lets a request pass, or says why not. Looks at nothing but the head, so that it can be asked before a body is received.</summary>
    /// <param name="head">The request's head.</param>
    /// <exception cref="RefusedRequestException">It names another host, or comes from a page of another origin.</exception>
    public static void Check(HttpRequestHead head)
    {
        var host = head.Headers["Host"] ?? throw Refused($"The request names no host; this endpoint answers only to {Allowed}.");
        if (!IsLoopback(host)) throw Refused($"The request is for the host {Shown(host)}; this endpoint answers only to {Allowed}.");
        if (!TargetIsLoopback(head.Target)) throw Refused($"The request is for {Shown(head.Target)}; this endpoint answers only to {Allowed}.");
        if (head.Headers.All("Origin").FirstOrDefault(origin => !IsOwn(origin, host)) is { } foreign)
            throw Refused($"The request comes from a web page of {Shown(foreign)}; this endpoint answers no page but its own.");
        if (head.Headers.All("Sec-Fetch-Site").Any(site => site is not ("none" or "same-origin")))
            throw Refused("The request comes from a web page of another origin; this endpoint answers no page but its own.");
    }

    /// <summary>Whether a host, with or without a port, is a name of this machine for itself.</summary>
    private static bool IsLoopback(string authority)
    {
        var portAt = authority.StartsWith("[", StringComparison.Ordinal) ? authority.IndexOf(']') + 1 : authority.IndexOf(':');
        if (portAt < 0) portAt = authority.Length;
        var port = authority.Substring(portAt);
        if (port.Length > 0 && (port[0] != ':' || !port.Skip(1).All(c => c is >= '0' and <= '9'))) return false;
        var host = authority.Substring(0, portAt).ToLowerInvariant();
        if (host is "[::1]") return true;
        // A name that ends in a dot is the same name, written in full.
        if (host.EndsWith(".", StringComparison.Ordinal)) host = host.Substring(0, host.Length - 1);
        return host is "127.0.0.1" or "localhost" || (host.EndsWith(".localhost", StringComparison.Ordinal) && host.Length > ".localhost".Length && host.All(IsOfName));
    }

    private static bool IsOfName(char c) => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_' or '.';

    /// <summary>Whether a target is a path, which says no host, or names a host that Host may name too (RFC 9112, 3.2.2: it counts before Host).</summary>
    private static bool TargetIsLoopback(string target)
    {
        if (target[0] == '/' || target == "*") return true;
        var scheme = target.IndexOf("://", StringComparison.Ordinal);
        var authority = scheme < 0 ? target : target.Substring(scheme + "://".Length);
        return IsLoopback(authority.Split('/', '?', '#')[0]);
    }

    /// <summary>Whether an origin is this endpoint's, by the name that the request itself has for it.</summary>
    private static bool IsOwn(string origin, string host) => string.Equals(origin, "http://" + host, StringComparison.OrdinalIgnoreCase);

    /// <summary>A text from outside for the message; names of hosts have 255 characters at most.</summary>
    private static string Shown(string text) => text.Length <= 255 ? $"'{VisibleText.Of(text)}'" : "a name that is too long";

    private static RefusedRequestException Refused(string message) => new(403, message);
}
