using System;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api;
using CustomLabels.Api.Transport;
using CustomLabels.Core.Tests.Detection;
using Xunit;

namespace CustomLabels.Core.Tests.Api;

public sealed class ServiceCallerTests
{
    private static readonly ServiceOperation Describe = new(AwsService.Rekognition, "DescribeProjects", IsRepeatable: true);
    private static readonly ServiceOperation Create = new(AwsService.Rekognition, "CreateProject", IsRepeatable: false);
    private static readonly Func<ServiceAnswer> Done = ScriptedTransport.Answer(200, "{}");

    private readonly ManualClock _clock = new();

    public static TheoryData<object> AfterSending => [TransportFailure.TimedOut, TransportFailure.Broken];

    [Theory]
    [MemberData(nameof(AfterSending))]
    public async Task What_must_not_be_done_twice_is_not_sent_again_when_its_answer_got_lost(object failure)
    {
        var transport = new ScriptedTransport(ScriptedTransport.Failure((TransportFailure)failure), Done);

        var error = await Assert.ThrowsAsync<CustomLabelsException>(() => CallAsync(transport, Create));

        Assert.Equal(ErrorId.AnswerLost, error.Error.Id);
        Assert.Contains("CreateProject", error.Message, StringComparison.Ordinal);
        Assert.Single(transport.Bodies);
    }

    public static TheoryData<object> SaysNothing => [ScriptedTransport.Answer(504, "<html>"), ScriptedTransport.Error("InternalServerError", 500)];

    [Theory]
    [MemberData(nameof(SaysNothing))]
    public async Task What_does_not_say_that_it_was_not_done_is_a_lost_answer(object answer)
    {
        var transport = new ScriptedTransport((Func<ServiceAnswer>)answer, Done);

        var error = await Assert.ThrowsAsync<CustomLabelsException>(() => CallAsync(transport, Create));

        Assert.Equal(ErrorId.AnswerLost, error.Error.Id);
        Assert.Single(transport.Bodies);
    }

    [Fact]
    public async Task What_was_not_done_is_sent_again_whatever_it_is()
    {
        var transport = new ScriptedTransport(
            ScriptedTransport.Failure(TransportFailure.NotConnected), ScriptedTransport.Error("ServiceUnavailableException", 503), ScriptedTransport.Error("ThrottlingException"), Done);

        await CallAsync(transport, Create);

        Assert.Equal(4, transport.Bodies.Count);
    }

    [Theory]
    [MemberData(nameof(AfterSending))]
    public async Task What_may_be_asked_twice_is_sent_again(object failure)
    {
        var transport = new ScriptedTransport(ScriptedTransport.Failure((TransportFailure)failure), ScriptedTransport.Answer(504, "<html>"), Done);

        await CallAsync(transport, Describe);

        Assert.Equal(3, transport.Bodies.Count);
    }

    [Fact]
    public async Task Each_throttle_in_a_row_is_waited_for_longer_up_to_a_bound()
    {
        var throttle = ScriptedTransport.Error("ThrottlingException");
        var transport = new ScriptedTransport([.. System.Linq.Enumerable.Repeat(throttle, 12), Done]);

        await CallAsync(transport, Describe);

        Assert.Equal(12, _clock.Waits.Count);
        Assert.All(_clock.Waits, wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(20)));
        Assert.True(_clock.Waits[0] <= TimeSpan.FromSeconds(0.5));
    }

    private Task<string> CallAsync(ScriptedTransport transport, ServiceOperation operation)
    {
        var caller = new ServiceCaller(new RetryPolicy(maxAttempts: 3, TimeSpan.FromMinutes(5), new Random(1)), _clock);
        return caller.CallAsync(
            transport, new Call(operation, "lines", caller.NewGate(), SilentLog.Instance), static () => new MemoryStream([1]), static body => Encoding.UTF8.GetString(body.ToArray()), CancellationToken.None);
    }
}
