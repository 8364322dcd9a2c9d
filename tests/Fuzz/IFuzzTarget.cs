using System.Collections.Generic;

namespace CustomLabels.Fuzz;

/// <summary>One parser under fuzz. A new target is one new file with a class of this kind; the program finds it by its name.</summary>
public interface IFuzzTarget
{
    /// <summary>The name on the command line.</summary>
    string Name { get; }

    /// <summary>What every input must hold, for people.</summary>
    string Bound { get; }

    /// <summary>Valid inputs to start from.</summary>
    IReadOnlyList<byte[]> Corpus { get; }

    /// <summary>Feeds one input to the parser and checks what must always hold. Whatever it throws is a finding.</summary>
    /// <returns>What became of the input, to be counted.</returns>
    string Try(byte[] input);
}
