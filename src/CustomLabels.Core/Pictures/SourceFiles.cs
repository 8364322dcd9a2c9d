using System;
using System.Collections.Generic;
using System.IO;
using CustomLabels.Files;

namespace CustomLabels.Pictures;

/// <summary>The pictures that a command was given: none of its outputs may take the place of one.</summary>
internal sealed class SourceFiles
{
    // Letter case counts in some folders and not in others: here it never does, as a name too many that is refused does less harm than a picture that is lost.
    private readonly HashSet<string> _paths = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds a picture, by its own name and by that of the file that it leads to.</summary>
    public void Add(string path)
    {
        _paths.Add(path);
        _paths.Add(RealPath.Of(path));
    }

    /// <summary>Whether a file that is to be written is one of them.</summary>
    /// <param name="target">Its full path.</param>
    public bool Has(string target) => _paths.Contains(target) || (File.Exists(target) && (_paths.Contains(RealPath.Of(target)) || _paths.Contains(ByFolder(target))));

    // A link in the target's place is replaced and what it leads to stays; but its folder may lead to that of a picture.
    private static string ByFolder(string target)
    {
        var name = target.LastIndexOf(Path.DirectorySeparatorChar) + 1;
        return RealPath.Of(target.Substring(0, name)).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar + target.Substring(name);
    }
}
