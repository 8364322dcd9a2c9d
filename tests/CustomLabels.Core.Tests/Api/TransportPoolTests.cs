using System;
using CustomLabels.Api;
using CustomLabels.Api.Transport;
using CustomLabels.Arns;
using CustomLabels.Core.Tests.Detection;
using Xunit;

namespace CustomLabels.Core.Tests.Api;

public sealed class TransportPoolTests
{
    private static readonly ProjectVersionArn Arn = ProjectVersionArn.Parse("arn:aws:rekognition:eu-west-1:123456789012:project/lines/version/v1/1590000000000");

    [Fact]
    public void A_run_that_is_over_opens_nothing_more()
    {
        var transport = new ScriptedTransport();
        var pool = new TransportPool(transport, new ConnectionSettings());
        pool.For(Arn);
        pool.Dispose();

        Assert.Throws<ObjectDisposedException>(() => pool.For(Arn));
        Assert.Equal(["eu-west-1"], transport.Regions);
    }
}
