using System;
using System.Collections.Generic;

namespace CustomLabels.Fuzz;

/// <summary>Feeds mutations of a target's corpus to it. The same count and seed give the same inputs.</summary>
public static class Fuzzer
{
    /// <summary>Runs, and stops at the first finding.</summary>
    /// <param name="target">What is fed.</param>
    /// <param name="count">How many inputs.</param>
    /// <param name="seed">What they are made from.</param>
    /// <param name="progress">Told after each input how many there were.</param>
    /// <returns>How often each outcome came.</returns>
    /// <exception cref="FuzzFindingException">An input that the target failed on.</exception>
    public static IReadOnlyDictionary<string, int> Run(IFuzzTarget target, int count, int seed, Action<int>? progress = null)
    {
        var outcomes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var mutator = new Mutator(target.Corpus, seed);
        for (var i = 0; i < count; i++)
        {
            var input = mutator.Next();
            try
            {
                var outcome = target.Try(input);
                outcomes.TryGetValue(outcome, out var before);
                outcomes[outcome] = before + 1;
            }
            catch (Exception e)
            {
                throw new FuzzFindingException(target.Name, seed, i, input, e);
            }

            progress?.Invoke(i + 1);
        }

        return outcomes;
    }
}
