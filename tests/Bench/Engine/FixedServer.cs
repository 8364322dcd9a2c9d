using System;
using System.Globalization;
using System.Threading.Tasks;

namespace CustomLabels.Bench.Engine;

/// <summary>The server that answers everything alike, in its own process.</summary>
internal sealed class FixedServer : IDisposable
{
    private readonly Child _child;

    private FixedServer(Child child, string endpointUrl)
    {
        _child = child;
        EndpointUrl = endpointUrl;
    }

    public string EndpointUrl { get; }

    public TimeSpan Cpu => _child.Cpu;

    public static async Task<FixedServer> StartAsync(Stage stage, int latencyMilliseconds = 0)
    {
        var assembly = stage.In("tests", "Bench", "FixedAnswer", "bin", "Release", "net10.0", "FixedAnswer.dll");
        var (child, endpointUrl) = await Child.StartServerAsync(stage, assembly, latencyMilliseconds.ToString(CultureInfo.InvariantCulture));
        return new FixedServer(child, endpointUrl);
    }

    public Task<Counters> TakeCountersAsync() => _child.AskAsync<Counters>("");

    public void Dispose() => _child.Dispose();

    /// <summary>What it has done since it was last asked.</summary>
    internal sealed record Counters(long Requests, int MostInFlight);
}
