using CustomLabels.Api.Transport;
using System;
using System.Linq;
using System.Net;
#if NET
using System.Net.Http;
#endif
using System.Text;
using System.Threading.Tasks;
using CustomLabels.Testing;
using Xunit;

namespace CustomLabels.Aws.Tests;

[Collection(OneAtATime.Name)]
public sealed class ProxyTests
{
    private static readonly Uri Nowhere = new("http://rekognition.invalid/");

#if NET
    // .NET Framework can't send a streamed body again after the proxy has asked for credentials; with TLS it is asked before there is a body.
    [Fact(Timeout = 30_000)]
    public async Task Requests_go_through_the_proxy_with_its_credentials()
    {
        using var proxy = new ScriptedServer(Step.Answer(407, "", "Proxy-Authenticate: Basic realm=\"line\""), Step.Answer(200));
        using var transport = Sending.To(Nowhere, Through(proxy, new NetworkCredential("user", "canary")));

        Assert.Equal(200, (await transport.SendAsync()).StatusCode);

        Assert.Equal("POST http://rekognition.invalid/ HTTP/1.1", proxy.LastRequest!.StartLine);
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes("user:canary")), proxy.LastRequest["Proxy-Authorization"]);
        Assert.Equal(Sending.Body, Encoding.UTF8.GetString(proxy.LastRequest.Body));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_proxy_that_wants_credentials_is_told_for_TLS()
    {
        using var proxy = new ScriptedServer(Step.Answer(407, "", "Proxy-Authenticate: Basic realm=\"line\""));
        using var transport = Sending.To(new Uri("https://rekognition.invalid/"), Through(proxy, new NetworkCredential("user", "canary")));

        var error = await Assert.ThrowsAsync<TransportException>(() => transport.SendAsync());

        Assert.StartsWith("CONNECT rekognition.invalid:443", proxy.LastRequest!.StartLine, StringComparison.Ordinal);
        Assert.Equal(TransportFailure.Refused, error.Failure);
        Assert.Equal("The proxy for rekognition.invalid:443 needs a user name and password (HTTP 407), or refused those given.", error.Message);
        Assert.Contains("Set-AWSProxy", error.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", error.ToString(), StringComparison.OrdinalIgnoreCase);
    }

#endif
    [Fact(Timeout = 30_000)]
    public async Task A_proxy_that_wants_credentials_is_told_without_TLS()
    {
        using var proxy = new ScriptedServer(Step.Answer(407, "<html>who?</html>", "Proxy-Authenticate: Basic realm=\"line\""));
        using var transport = Sending.To(Nowhere, Sending.Keys with { Proxy = new WebProxy(proxy.Url) });

        var error = await Assert.ThrowsAsync<TransportException>(() => transport.SendAsync());

        Assert.Equal(TransportFailure.Refused, error.Failure);
        Assert.Equal("The proxy for rekognition.invalid:80 needs a user name and password (HTTP 407), or refused those given.", error.Message);
        Assert.Contains("Set-AWSProxy", error.Remedy, StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_proxy_that_is_not_there_is_not_connected()
    {
        using var transport = Sending.To(Nowhere, Sending.Keys with { Proxy = new WebProxy("http://user:canary@127.0.0.1:1") });

        var error = await Assert.ThrowsAsync<TransportException>(() => transport.SendAsync());

        Assert.Equal(TransportFailure.NotConnected, error.Failure);
        Assert.DoesNotContain("canary", error.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_proxys_bypass_list_is_kept_to()
    {
        using var proxy = new ScriptedServer(Step.Answer(500));
        using var server = new ScriptedServer(Step.Answer(200));
        using var transport = Sending.To(server, Sending.Keys with { Proxy = new WebProxy(proxy.Url) { BypassList = [@"127\.0\.0\.1"] } });

        Assert.Equal(200, (await transport.SendAsync()).StatusCode);
        Assert.Equal(0, proxy.Received);
    }

    [Fact(Timeout = 30_000)]
    public async Task The_environments_proxy_is_not_for_an_endpoint_on_this_machine()
    {
        using var proxy = new ScriptedServer(Step.Answer(200));
        using var server = new ScriptedServer(Step.Answer(200));
        var before = DefaultProxy;
        DefaultProxy = new WebProxy(proxy.Url);
        try
        {
            foreach (var host in new[] { "127.0.0.1", "localhost" })
            {
                using var straight = Sending.To(new UriBuilder(server.Url) { Host = host }.Uri);
                Assert.Equal(200, (await straight.SendAsync()).StatusCode);
            }

            Assert.Equal((0, 2), (proxy.Received, server.Received));

            using var around = Sending.To(Nowhere);
            Assert.Equal(200, (await around.SendAsync()).StatusCode);
            Assert.Equal(1, proxy.Received);
        }
        finally
        {
            DefaultProxy = before;
        }
    }

    [Theory(Timeout = 30_000)]
    [InlineData("invalid", true)]
    [InlineData("rekognition.invalid:80", true)]
    [InlineData("*", true)]
    [InlineData("*.invalid", false)]
    [InlineData("", false)]
    public async Task A_host_of_NO_PROXY_is_asked_past_the_environments_proxy(string exceptions, bool isPast)
    {
        using var proxy = new ScriptedServer(Step.Answer(200));
        var (before, variables) = (DefaultProxy, new[] { "no_proxy", "NO_PROXY" }.ToDictionary(name => name, Environment.GetEnvironmentVariable, StringComparer.Ordinal));
        foreach (var name in variables.Keys) Environment.SetEnvironmentVariable(name, name is "NO_PROXY" ? exceptions : null);
        DefaultProxy = new WebProxy(proxy.Url);
        try
        {
            using var transport = Sending.To(Nowhere);
            if (isPast)
                Assert.Equal(TransportFailure.NotConnected, (await Assert.ThrowsAsync<TransportException>(() => transport.SendAsync())).Failure);
            else
                Assert.Equal(200, (await transport.SendAsync()).StatusCode);

            Assert.Equal(isPast ? 0 : 1, proxy.Received);
        }
        finally
        {
            DefaultProxy = before;
            foreach (var variable in variables) Environment.SetEnvironmentVariable(variable.Key, variable.Value);
        }
    }

    // What .NET has read of the environment, or of the system.
    private static IWebProxy DefaultProxy
    {
#if NET
        get => HttpClient.DefaultProxy;
        set => HttpClient.DefaultProxy = value;
#else
        get => WebRequest.DefaultWebProxy;
        set => WebRequest.DefaultWebProxy = value;
#endif
    }

    private static ConnectionSettings Through(ScriptedServer proxy, ICredentials credentials) =>
        Sending.Keys with { Proxy = new WebProxy(proxy.Url) { Credentials = credentials } };
}
