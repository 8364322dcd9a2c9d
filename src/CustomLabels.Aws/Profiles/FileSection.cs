using System;
using System.Collections.Generic;

namespace CustomLabels.Aws.Profiles;

/// <summary>One section of one shared AWS file, as it is written there.</summary>
internal sealed class FileSection
{
    /// <summary>Makes a section without properties.</summary>
    /// <param name="header">What stands between its brackets; null for the lines before the first section.</param>
    public FileSection(SectionHeader? header) => Header = header;

    /// <summary>What stands between its brackets; null for the lines before the first section.</summary>
    public SectionHeader? Header { get; }

    /// <summary>The properties by their names in small letters. Of a name that is there twice, the last value.</summary>
    public Dictionary<string, string> Properties { get; } = new(StringComparer.Ordinal);

    /// <summary>The first thing wrong in it; null when nothing is.</summary>
    public FileFault? Fault { get; private set; }

    /// <summary>Notes what is wrong, unless something before it was.</summary>
    public void Blame(int line, string what) => Fault ??= new FileFault(line, what);
}
