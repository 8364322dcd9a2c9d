using System;

namespace CustomLabels.Coverage;

/// <summary>Random numbers of the kinds that models and pictures are made of.</summary>
/// <param name="seed">Which of them.</param>
internal sealed class Chance(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>A number from 0 to 1.</summary>
    public double Uniform() => _random.NextDouble();

    /// <summary>A whole number from 0 to below an end.</summary>
    public int Below(int end) => _random.Next(end);

    /// <summary>Whether something of a probability happens.</summary>
    public bool Happens(double probability) => _random.NextDouble() < probability;

    /// <summary>A number of the normal distribution.</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    /// <summary>A count of Poisson's distribution.</summary>
    public int Poisson(double mean)
    {
        var (count, product, end) = (0, _random.NextDouble(), Math.Exp(-mean));
        while (product > end)
        {
            count++;
            product *= _random.NextDouble();
        }

        return count;
    }

    /// <summary>The probability of a picture, where things on one picture have a correlation: beta distributed around a mean.</summary>
    public double Around(double mean, double correlation)
    {
        if (correlation <= 0) return mean;
        var sum = (1 - correlation) / correlation;
        var (a, b) = (Gamma(mean * sum), Gamma((1 - mean) * sum));
        return a + b == 0 ? (Happens(mean) ? 1 : 0) : a / (a + b);
    }

    // Marsaglia and Tsang's.
    private double Gamma(double shape)
    {
        if (shape < 1) return Gamma(shape + 1) * Math.Pow(1 - _random.NextDouble(), 1 / shape);
        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal();
            var v = Math.Pow(1 + (c * x), 3);
            if (v > 0 && Math.Log(1 - _random.NextDouble()) < (x * x / 2) + d - (d * v) + (d * Math.Log(v))) return d * v;
        }
    }
}
