using System;
using System.Globalization;

namespace CustomLabels;

/// <summary>A manifest that can't be served from.</summary>
public sealed class ManifestException : Exception
{
    /// <summary>A defect of one line.</summary>
    /// <param name="file">The manifest's path.</param>
    /// <param name="lineNumber">The line, from 1; 0 for the file as a whole.</param>
    /// <param name="code">AWS's code for the defect; null where it documents none.</param>
    /// <param name="description">What was found, what is allowed and what to do.</param>
    internal ManifestException(string file, int lineNumber, string? code, string description)
        : base(Describe(file, lineNumber, code, description))
    {
        File = file;
        LineNumber = lineNumber;
        Code = code;
    }

    /// <summary>The manifest's path.</summary>
    public string File { get; }

    /// <summary>The line, from 1; 0 for the file as a whole.</summary>
    public int LineNumber { get; }

    /// <summary>The code that AWS gives the defect, such as <c>ERROR_MISSING_SOURCE_REF</c>; null where it documents none.</summary>
    /// <remarks>They are listed in the Custom Labels guide, "Debugging a failed model training".</remarks>
    public string? Code { get; }

    private static string Describe(string file, int lineNumber, string? code, string description)
    {
        var line = lineNumber == 0 ? "" : string.Format(CultureInfo.InvariantCulture, ", line {0}", lineNumber);
        return $"{VisibleText.Cut(file)}{line}: {description}{(code is null ? "" : $" ({code})")}";
    }
}
