using System;
using CustomLabels.Local.Http;
using Xunit;

namespace CustomLabels.Local.Tests.Http;

/// <summary>Which requests may come from a browser: those that name this machine, from no page of somebody else.</summary>
public sealed class CallerTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:8080")]
    [InlineData("localhost")]
    [InlineData("LocalHost:8080")]
    [InlineData("localhost.:8080")]
    [InlineData("localhost:")]
    [InlineData("[::1]")]
    [InlineData("[::1]:8080")]
    [InlineData("api.LOCALHOST:8080")]
    [InlineData("a.b.localhost.")]
    public void Names_of_this_machine_are_answered_with_or_without_a_port(string host)
    {
        Check($"POST / HTTP/1.1\r\nHost: {host}\r\n");
        Check($"POST / HTTP/1.0\r\nHost: {host}\r\n");
        Check($"POST http://{host}/x?y#z HTTP/1.1\r\nHost: {host}\r\n");
        Check($"OPTIONS * HTTP/1.1\r\nHost: {host}\r\n");
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:8080")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData(".localhost")]
    [InlineData("localhost..")]
    [InlineData("xlocalhost")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("evil.example#.localhost.evil")]
    [InlineData("localhost:8080:8080")]
    [InlineData("localhost:8080@evil.example")]
    [InlineData("localhost@evil.example")]
    [InlineData("localhost, evil.example")]
    [InlineData("a/.localhost")]
    [InlineData("evil.example@x.localhost")]
    [InlineData("localhost evil.example")]
    [InlineData("http://localhost")]
    [InlineData("[::1")]
    [InlineData("[::1]x")]
    [InlineData("[::2]")]
    [InlineData("::1")]
    [InlineData("0.0.0.0")]
    [InlineData("192.168.0.7")]
    [InlineData("127.0.0.2")]
    [InlineData("2130706433")]
    public void Another_host_is_refused(string host)
    {
        AssertRefused($"POST / HTTP/1.1\r\nHost: {host}\r\n", $"'{host}'");
        AssertRefused($"GET /_health HTTP/1.0\r\nHost: {host}\r\n", $"'{host}'");
    }

    [Fact]
    public void A_host_that_is_not_named_is_refused() => AssertRefused("GET /_health HTTP/1.0\r\nX: y\r\n", "names no host");

    [Theory]
    [InlineData("http://evil.example/")]
    [InlineData("http://evil.example")]
    [InlineData("HTTP://evil.example?127.0.0.1")]
    [InlineData("http://localhost@evil.example/")]
    [InlineData("http://localhost:80@evil.example/")]
    [InlineData("http://localhost\\@evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("http:///_health")]
    [InlineData("http:evil.example")]
    [InlineData("evil.example:80")]
    [InlineData("x")]
    public void A_target_that_names_another_host_is_refused_whatever_Host_says(string target) => AssertRefused($"GET {target} HTTP/1.1\r\nHost: localhost\r\n", $"'{target}'");

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("http://evil.example:8080")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("localhost:8080")]
    [InlineData("https://localhost:8080")]
    [InlineData("http://localhost")]
    [InlineData("http://localhost:3000")]
    [InlineData("http://127.0.0.1:8080")]
    [InlineData("http://localhost:8080.evil.example")]
    [InlineData("http://localhost:8080 http://evil.example")]
    public void A_page_of_another_origin_is_refused(string origin)
    {
        AssertRefused($"POST / HTTP/1.1\r\nHost: localhost:8080\r\nOrigin: {origin}\r\n", $"'{origin}'");
        AssertRefused($"POST / HTTP/1.1\r\nHost: localhost:8080\r\nOrigin: http://localhost:8080\r\norigin: {origin}\r\n", $"'{origin}'");
    }

    [Theory]
    [InlineData("http://localhost:8080")]
    [InlineData("HTTP://LOCALHOST:8080")]
    public void The_endpoint_s_own_origin_is_answered(string origin) => Check($"POST / HTTP/1.1\r\nHost: localhost:8080\r\nOrigin: {origin}\r\n");

    [Theory]
    [InlineData("none", true)]
    [InlineData("same-origin", true)]
    [InlineData("same-site", false)]
    [InlineData("cross-site", false)]
    [InlineData("", false)]
    public void A_browser_that_says_that_the_page_is_another_is_believed(string site, bool isAnswered)
    {
        var head = $"GET /_counters HTTP/1.1\r\nHost: localhost:8080\r\nSec-Fetch-Site: {site}\r\n";
        if (isAnswered) Check(head);
        else AssertRefused(head, "web page of another origin");
    }

    [Fact]
    public void A_long_name_is_not_repeated() => Assert.True(AssertRefused($"GET / HTTP/1.1\r\nHost: {new string('x', 60_000)}\r\n", "too long").Message.Length < 300);

    private static void Check(string head) => Caller.Check(HttpHeadReader.Read(head));

    private static RefusedRequestException AssertRefused(string head, string named)
    {
        var refusal = Assert.Throws<RefusedRequestException>(() => Check(head));
        Assert.Equal(403, refusal.StatusCode);
        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
        return refusal;
    }
}
