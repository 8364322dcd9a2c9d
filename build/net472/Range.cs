namespace System;

/// <summary>What <c>1..^1</c> is to the compiler, which on strings and spans makes plain numbers of it.</summary>
[Microsoft.CodeAnalysis.Embedded]
internal readonly struct Range(Index start, Index end)
{
    /// <summary>Its first place.</summary>
    public Index Start { get; } = start;

    /// <summary>The place after its last.</summary>
    public Index End { get; } = end;
}
