using System;
using CustomLabels.Aws.Client;
using Xunit;

namespace CustomLabels.Aws.Tests;

/// <summary>NO_PROXY. What curl 7.88 and Python 3.11's proxy_bypass_environment (boto3) do was run: a host goes straight where either sends it straight.</summary>
public sealed class EnvironmentProxyTests
{
    private const string Host = "https://rekognition.eu-west-1.amazonaws.com/";

    [Theory]
    [InlineData("rekognition.eu-west-1.amazonaws.com", Host)]
    [InlineData("amazonaws.com", Host)]
    [InlineData(".amazonaws.com", Host)]
    [InlineData("AmazonAWS.com", Host)]
    [InlineData("amazonaws.com.", Host)]
    [InlineData("localhost, amazonaws.com ,x", Host)]
    [InlineData("localhost amazonaws.com", Host)]
    [InlineData("*", Host)]
    [InlineData("amazonaws.com:443", Host)]
    [InlineData(".rekognition.eu-west-1.amazonaws.com", Host)]
    [InlineData("amazonaws.com:8080", "http://x.amazonaws.com:8080/")]
    [InlineData("10.1.2.3", "http://10.1.2.3:8080/")]
    [InlineData("10.1.2.3:8080", "http://10.1.2.3:8080/")]
    [InlineData("10.0.0.0/8", "http://10.1.2.3/")]
    [InlineData("10.1.2.3/32", "http://10.1.2.3/")]
    [InlineData("::1", "http://[::1]:8080/")]
    [InlineData("[::1]", "http://[::1]:8080/")]
    [InlineData("fd00::/8", "http://[fd00::1]/")]
    public void A_host_goes_straight(string exceptions, string url) => Assert.True(EnvironmentProxy.IsException(exceptions, new Uri(url)));

    [Theory]
    [InlineData("", Host)]
    [InlineData(",", Host)]
    [InlineData(".", Host)]
    [InlineData("zonaws.com", Host)]
    [InlineData("amazonaws.com:8080", Host)]
    [InlineData("*.amazonaws.com", Host)]
    [InlineData("*,x", Host)]
    [InlineData("x.rekognition.eu-west-1.amazonaws.com", Host)]
    [InlineData("10.1.2", "http://10.1.2.3/")]
    [InlineData("2.3", "http://10.1.2.3/")]
    [InlineData("10.1.2.3:80", "http://10.1.2.3:8080/")]
    [InlineData("11.0.0.0/8", "http://10.1.2.3/")]
    [InlineData("10.0.0.0/33", "http://10.1.2.3/")]
    [InlineData("10.0.0.0/x", "http://10.1.2.3/")]
    [InlineData("fd00::/8", "http://10.1.2.3/")]
    public void A_host_goes_by_the_proxy(string exceptions, string url) => Assert.False(EnvironmentProxy.IsException(exceptions, new Uri(url)));
}
