using System;
using System.Collections.Generic;
using System.Linq;

namespace CustomLabels.Bench;

/// <summary>A listener and what was measured of it.</summary>
internal sealed class Contender(int port)
{
    // Short, and in turn: what else this machine does meets all alike.
    private const int Slices = 10;

    private readonly int _port = port;
    private readonly List<double> _perSecond = [];
    private readonly List<double> _microseconds = [];

    /// <summary>Requests a second: the median of the rounds.</summary>
    public double PerSecond => Median(_perSecond);

    /// <summary>Processor time of the whole process for a request, in microseconds: the median of the rounds.</summary>
    public double Microseconds => Median(_microseconds);

    /// <summary>Measures all in turn.</summary>
    public static void Round(Contender[] contenders, byte[] request, int clients, TimeSpan time)
    {
        var counts = new double[contenders.Length];
        var processor = new TimeSpan[contenders.Length];
        for (var slice = 0; slice < Slices; slice++)
        {
            for (var i = 0; i < contenders.Length; i++)
            {
                var before = Environment.CpuUsage.TotalTime;
                counts[i] += Load.Measure(contenders[i]._port, request, clients, TimeSpan.FromTicks(time.Ticks / Slices));
                processor[i] += Environment.CpuUsage.TotalTime - before;
            }
        }

        for (var i = 0; i < contenders.Length; i++)
        {
            contenders[i]._perSecond.Add(counts[i] / time.TotalSeconds);
            contenders[i]._microseconds.Add(processor[i].TotalMicroseconds / counts[i]);
        }
    }

    /// <summary>Drops what was measured.</summary>
    public void Forget()
    {
        _perSecond.Clear();
        _microseconds.Clear();
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
