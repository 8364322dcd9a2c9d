using System;

namespace CustomLabels.Cli.Input;

/// <summary>Text that is not the language it should be.</summary>
internal sealed class InputSyntaxException : Exception
{
    /// <summary>Says where.</summary>
    /// <param name="line">The line, from 1.</param>
    /// <param name="column">The column in characters, from 1.</param>
    /// <param name="problem">What is wrong there, without a full stop.</param>
    /// <param name="innerException">What the parser said, where there was one.</param>
    public InputSyntaxException(long line, long column, string problem, Exception? innerException = null)
        : base($"line {line}, column {column}: {problem}", innerException) => (Line, Column) = (line, column);

    /// <summary>The line, from 1.</summary>
    public long Line { get; }

    /// <summary>The column in characters, from 1.</summary>
    public long Column { get; }
}
