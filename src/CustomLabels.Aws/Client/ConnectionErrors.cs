using CustomLabels.Api.Transport;
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
#if !NETFRAMEWORK
using System.Net.Http;
#endif
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.RegularExpressions;
using CustomLabels.Aws.Settings;
using CustomLabels.Aws.Tls;

namespace CustomLabels.Aws.Client;

/// <summary>Says what a failure of the HTTP stack means.</summary>
internal static class ConnectionErrors
{
    // .NET names a proxy as the environment does, password and all.
    private static readonly Regex UserInfo = new(@"(?<=://)[^/@\s]*@", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private const string CertificateRemedy =
        "If the endpoint is yours, or a proxy opens TLS on the way, give the certificates of the authorities to trust as -CABundle or AWS_CA_BUNDLE; otherwise don't connect.";

    private const string ProxyRemedy = "Give them in HTTPS_PROXY or HTTP_PROXY (http://name:password@host:port), or with Set-AWSProxy.";

    /// <summary>Whatever came out of the SDK or the HTTP stack, when it was neither a cancellation nor the body.</summary>
    public static TransportException Translate(Exception error, Uri endpoint, Exchange exchange, Timeouts timeouts)
    {
        var host = Host(endpoint);
        var chain = FailureText.Chain(error).ToList();

        if (exchange.CertificateRefusal is { } refusal || (refusal = chain.OfType<CertificateRefusedException>().FirstOrDefault()?.Message) is not null)
            return Refused($"{host} can't be trusted. {refusal}", CertificateRemedy, error);
        if (chain.Exists(IsProxyWithoutCredentials))
            return ProxyRefused(endpoint, error);

        if (exchange.HasTimedOut || chain.Exists(IsTimeout))
        {
            var message = exchange.IsConnected
                ? $"No data came from or went to {host} for {Seconds(timeouts.Read)}."
                : $"{host} did not accept a connection within {Seconds(timeouts.Connect)}.";
            return new TransportException(TransportFailure.TimedOut, message, error);
        }

        return exchange.IsConnected
            ? new TransportException(TransportFailure.Broken, $"The connection to {host} broke: {Reason(chain)}", error)
            : new TransportException(TransportFailure.NotConnected, $"Can't connect to {host}: {Reason(chain)}", error);
    }

    /// <summary>The proxy's own answer is 407: no server's is.</summary>
    public static TransportException ProxyRefused(Uri endpoint, Exception? error = null) =>
        Refused($"The proxy for {Host(endpoint)} needs a user name and password (HTTP 407), or refused those given.", ProxyRemedy, error);

    private static string Host(Uri endpoint) => $"{endpoint.Host}:{endpoint.Port.ToString(CultureInfo.InvariantCulture)}";

    private static TransportException Refused(string message, string remedy, Exception? error) =>
        new(TransportFailure.Refused, message, error) { Remedy = remedy };

    // A tunnel that the proxy refuses has its status nowhere but in the message. Without TLS, and on .NET Framework, it is an answer like any other.
    private static bool IsProxyWithoutCredentials(Exception e) =>
#if NETFRAMEWORK
        false;
#else
        e is HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } && e.Message.Contains("'407'", StringComparison.Ordinal);
#endif

    private static bool IsTimeout(Exception e) => e
        is TimeoutException
        or SocketException { SocketErrorCode: SocketError.TimedOut }
        or WebException { Status: WebExceptionStatus.Timeout };

    private static string Reason(List<Exception> chain)
    {
        var innermost = VisibleText.Of(UserInfo.Replace(chain[chain.Count - 1].Message, ""));
        if (chain.OfType<AuthenticationException>().LastOrDefault() is not { } tls)
            return innermost;

        // "The remote certificate is invalid because …" says it all; beneath "Authentication failed, see inner exception." stands the library's own word.
        return $"TLS failed. {(tls.InnerException is null ? VisibleText.Of(tls.Message) : innermost)}";
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) + " s";
}
