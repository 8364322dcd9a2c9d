using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using System.Net;

namespace CustomLabels.Connection;

/// <summary>The proxy that Set-AWSProxy of AWS.Tools keeps in the session, in the variable <c>$AWSProxy</c>.</summary>
/// <remarks>An object of class Amazon.PowerShell.Common.ProxySettings (aws-tools-for-powershell, ProxyCmdlets.cs), of whatever version is loaded: read by the names of its properties.</remarks>
internal static class SessionProxy
{
    /// <summary>The session's proxy; null when none is set.</summary>
    /// <param name="session">The session of a cmdlet; its caller's variables count.</param>
    /// <exception cref="CustomLabelsException">The proxy's address or one of its patterns is impossible.</exception>
    public static IWebProxy? Find(SessionState session)
    {
        // Without a name or a port AWS.Tools goes without a proxy too.
        if (session.PSVariable.GetValue("AWSProxy") is not { } value) return null;
        var settings = PSObject.AsPSObject(value);
        if (Property(settings, "Hostname") is not string { Length: > 0 } host || Property(settings, "Port") is not (int and > 0 and var port)) return null;

        try
        {
            return new WebProxy(Address(host, port))
            {
                Credentials = Property(settings, "Credentials") as ICredentials,
                BypassList = (Property(settings, "BypassList") as IEnumerable ?? Array.Empty<string>()).OfType<string>().ToArray(),
                BypassProxyOnLocal = Property(settings, "BypassOnLocal") is true,
            };
        }
        catch (Exception e) when (e is UriFormatException or ArgumentException)
        {
            throw new CustomLabelsException(new CustomLabelsError(
                ErrorId.RequestInvalid, "The proxy in the variable $AWSProxy can't be used: its host name, or a pattern of its bypass list, is impossible.", "Set it again with Set-AWSProxy, or take it away with Clear-AWSProxy.")
            {
                Scope = ErrorScope.Run,
            });
        }
    }

    // Set-AWSProxy takes the host with http:// before it, or without.
    private static Uri Address(string host, int port) =>
        new UriBuilder(host.Contains("://") ? host : "http://" + host) { Port = port }.Uri;

    private static object? Property(PSObject settings, string name) => settings.Properties[name]?.Value is PSObject wrapped ? wrapped.BaseObject : settings.Properties[name]?.Value;
}
