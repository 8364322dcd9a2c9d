using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace CustomLabels.Bench.Engine.Contestants;

/// <summary>What was measured of a contestant, round by round.</summary>
internal sealed class Score(IContestant contestant)
{
    private readonly List<double> _perSecond = [];
    private readonly List<double> _cpu = [];
    private readonly List<double> _serverCpu = [];

    public IContestant Contestant { get; } = contestant;

    public string Name => Contestant.Name;

    /// <summary>Images a second: the median of the rounds.</summary>
    public double PerSecond => Median(_perSecond);

    public double Least => _perSecond.Min();

    public double Most => _perSecond.Max();

    /// <summary>Milliseconds of processor time for an image: the median of the rounds; null where that can't be told.</summary>
    public double? Cpu => _cpu.Count == 0 ? null : Median(_cpu);

    /// <summary>The same of the server.</summary>
    public double ServerCpu => Median(_serverCpu);

    public async Task RoundAsync(FixedServer server, string folder)
    {
        var (before, serverBefore) = (Contestant.Cpu, server.Cpu);
        var passed = await Contestant.PassAsync(server.EndpointUrl, folder);
        _perSecond.Add(passed.PerSecond);
        if (Contestant.Cpu - before is { } cpu) _cpu.Add(cpu.TotalMilliseconds / passed.Images);
        _serverCpu.Add((server.Cpu - serverBefore).TotalMilliseconds / passed.Images);
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
