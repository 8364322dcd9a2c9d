using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api.Transport;

namespace CustomLabels.Core.Tests.Detection;

/// <summary>The far side of the wire: takes whole requests, plays answers in turn, repeats the last one.</summary>
internal sealed class ScriptedTransport(params Func<ServiceAnswer>[] script) : IServiceTransport, ITransportFactory
{
    public const string NoLabels = """{"CustomLabels":[]}""";

    public List<string> Bodies { get; } = [];

    /// <summary>The calls' traces: null for those that nobody looks at.</summary>
    public List<Action<string>?> Traces { get; } = [];

    public List<string> Regions { get; } = [];

    public List<AwsService> Services { get; } = [];

    public Uri Endpoint { get; } = new("http://127.0.0.1:9/");

    public static Func<ServiceAnswer> Answer(int status, string body) => () => new ServiceAnswer(status, Encoding.UTF8.GetBytes(body)) { RequestId = "r-1" };

    public static Func<ServiceAnswer> Error(string code, int status = 400) => Answer(status, $$"""{"__type":"{{code}}","Message":"Said so."}""");

    public static Func<ServiceAnswer> Failure(TransportFailure failure) => () => throw new TransportException(failure, "It broke.");

    public Task<ServiceAnswer> SendAsync(ServiceCall call, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(call.Body, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, bufferSize: 4096, leaveOpen: true);
        Bodies.Add(reader.ReadToEnd());
        Traces.Add(call.Trace);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(script[Math.Min(Bodies.Count, script.Length) - 1]());
    }

    public IServiceTransport Create(ConnectionSettings settings, AwsService service, string region)
    {
        Services.Add(service);
        Regions.Add(region);
        return this;
    }

    public int? FindMaxAttempts(ConnectionSettings settings) => null;

    public void Dispose()
    {
    }
}
