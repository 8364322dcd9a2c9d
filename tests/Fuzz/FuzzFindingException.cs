using System;
using System.Globalization;
using System.Linq;

namespace CustomLabels.Fuzz;

/// <summary>An input that a target failed on, with what is needed to try it again.</summary>
public sealed class FuzzFindingException : Exception
{
    public FuzzFindingException(string target, int seed, int index, byte[] input, Exception cause)
        : base($"{target} failed on input {index} of seed {seed} ({input.Length} bytes):\n{Hex(input)}\n{cause}", cause)
    {
    }

    private static string Hex(byte[] bytes) => string.Concat(bytes.Select(b => b.ToString("X2", CultureInfo.InvariantCulture)));
}
