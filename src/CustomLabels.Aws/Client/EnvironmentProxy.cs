using System;
using System.Globalization;
using System.Linq;
using System.Net;
#if !NETFRAMEWORK
using System.Net.Http;
#endif
using System.Net.Sockets;

namespace CustomLabels.Aws.Client;

/// <summary>The proxy of the environment or the system, past which go the hosts that <c>NO_PROXY</c> names.</summary>
/// <remarks>.NET reads that variable by itself, but no more than whole names, and suffixes with a dot before them. Here a host goes straight when curl or boto3 would
/// send it straight: what curl 7.88 does with its variable, and <c>proxy_bypass_environment</c> of Python's urllib, which boto3 asks.</remarks>
internal sealed class EnvironmentProxy : IWebProxy
{
    private readonly IWebProxy _proxy;
    private readonly string _exceptions;

    private EnvironmentProxy(IWebProxy proxy, string exceptions)
    {
        _proxy = proxy;
        _exceptions = exceptions;
    }

    public ICredentials? Credentials
    {
        get => _proxy.Credentials;
        set => _proxy.Credentials = value;
    }

    // What .NET has read of the environment, or of the system.
    private static IWebProxy? Default =>
#if NETFRAMEWORK
        WebRequest.DefaultWebProxy;
#else
        HttpClient.DefaultProxy;
#endif

    /// <summary>The proxy with its exceptions; null when there are none, and .NET's own is as good.</summary>
    public static IWebProxy? Find() =>
        (Environment.GetEnvironmentVariable("no_proxy") ?? Environment.GetEnvironmentVariable("NO_PROXY"))?.Trim() is { Length: > 0 } exceptions && Default is { } proxy
            ? new EnvironmentProxy(proxy, exceptions)
            : null;

    /// <summary>Whether a list of exceptions names a host: <c>*</c> alone is all of them.</summary>
    /// <param name="exceptions">Names, suffixes, addresses and networks, with commas or blanks between them.</param>
    /// <param name="url">Has the host and the port.</param>
    public static bool IsException(string exceptions, Uri url) =>
        exceptions is "*" || exceptions.Split([',', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Any(entry => Names(entry.TrimStart('.').TrimEnd('.'), url));

    public Uri? GetProxy(Uri destination) => _proxy.GetProxy(destination);

    public bool IsBypassed(Uri host) => IsException(_exceptions, host) || _proxy.IsBypassed(host);

    // Of an entry with a port, the port must be the same. A * within an entry is a character that no host has, as for both.
    private static bool Names(string entry, Uri url)
    {
        if (entry.Length == 0) return false;
        if (IPAddress.TryParse(url.DnsSafeHost, out var address)) return NamesAddress(entry, address, url);
        var host = url.Host.TrimEnd('.');
        return IsSuffix(entry, host) || IsSuffix(entry, $"{host}:{url.Port}");
    }

    private static bool IsSuffix(string entry, string host) =>
        host.EndsWith(entry, StringComparison.OrdinalIgnoreCase) && (host.Length == entry.Length || host[host.Length - entry.Length - 1] is '.');

    private static bool NamesAddress(string entry, IPAddress address, Uri url)
    {
        // An address of version 6 stands without brackets for curl, and in them for boto3.
        if (IPAddress.TryParse(entry.Trim('[', ']'), out var single) && single.Equals(address)) return true;
        if (string.Equals(entry, url.Authority, StringComparison.OrdinalIgnoreCase) || string.Equals(entry, $"{url.Host}:{url.Port}", StringComparison.OrdinalIgnoreCase)) return true;
        return entry.Split('/') is [var network, var length] && IPAddress.TryParse(network, out var start) && int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var bits) && IsIn(start, bits, address);
    }

    private static bool IsIn(IPAddress network, int bits, IPAddress address)
    {
        if (network.AddressFamily != address.AddressFamily || address.AddressFamily is not (AddressFamily.InterNetwork or AddressFamily.InterNetworkV6)) return false;
        var (expected, found) = (network.GetAddressBytes(), address.GetAddressBytes());
        if (bits < 0 || bits > 8 * expected.Length) return false;
        return Enumerable.Range(0, bits).All(bit => ((expected[bit / 8] ^ found[bit / 8]) & (0x80 >> (bit % 8))) == 0);
    }
}
