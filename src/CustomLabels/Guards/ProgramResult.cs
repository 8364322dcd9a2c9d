using System;

namespace CustomLabels.Guards;

/// <summary>How a program of the system ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote, byte by byte.</param>
/// <param name="Error">What it said on its error output.</param>
internal sealed record ProgramResult(int ExitCode, byte[] Output, string Error)
{
    /// <summary>What it said, or at least how it ended.</summary>
    public string Reason => Error.Trim() is { Length: > 0 } said ? said : FormattableString.Invariant($"it ended with exit code {ExitCode}");
}
