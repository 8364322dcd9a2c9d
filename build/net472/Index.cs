namespace System;

/// <summary>What <c>^1</c> is to the compiler, which on strings and lists makes plain numbers of it.</summary>
[Microsoft.CodeAnalysis.Embedded]
internal readonly struct Index(int value, bool fromEnd = false)
{
    /// <summary>How far from the beginning or the end.</summary>
    public int Value { get; } = value;

    /// <summary>Whether the end is meant.</summary>
    public bool IsFromEnd { get; } = fromEnd;

    /// <summary>A place from the beginning.</summary>
    public static implicit operator Index(int value) => new(value);

    /// <summary>The place in a sequence of that length.</summary>
    public int GetOffset(int length) => IsFromEnd ? length - Value : Value;
}
