using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using CustomLabels.Aws.Client;
using CustomLabels.Testing;
using Xunit;

namespace CustomLabels.Aws.Tests;

/// <summary>The room for bodies is the process's: other tests would take some of it.</summary>
[Collection(OneAtATime.Name)]
public sealed class BodyBufferTests
{
    [Fact(Timeout = 60_000)]
    public async Task No_more_than_eight_bodies_are_kept_at_once()
    {
        // A request that an earlier test has broken off may still hold some.
        var kept = typeof(BodyBuffer).GetField("_whole", BindingFlags.NonPublic | BindingFlags.Static)!;
        while ((int)kept.GetValue(null)! > 0) await Task.Delay(10);

        using var server = new ScriptedServer(Step.Answer(200));
        using var transport = Sending.To(server);
        var gate = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var bodies = Enumerable.Range(0, 8).Select(_ => new TestBody(3_000_000) { BeforeRead = _ => gate.Task }).ToArray();
        var held = bodies.Select(body => transport.SendAsync(body)).ToArray();

        using var another = new TestBody(3_000_000);
        await transport.SendAsync(another);
        gate.SetResult(true);
        await Task.WhenAll(held);
        using var last = new TestBody(3_000_000);
        await transport.SendAsync(last);

        Assert.All(bodies, body => Assert.Equal(1, body.Pass));
        Assert.Equal((2, 1), (another.Pass, last.Pass));
        Assert.All(server.Requests, request => Assert.True(request.Body.Select((value, position) => value == TestBody.ByteAt(position)).All(same => same)));
    }
}
