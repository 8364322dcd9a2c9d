using System.Collections.Generic;
using System.IO;

namespace CustomLabels.Pictures;

/// <summary>What was made of a picture.</summary>
/// <param name="Files">The bytes of each file.</param>
/// <param name="IsIncomplete">Whether the picture's file ends before its pixels do.</param>
internal sealed record DrawnPicture(IReadOnlyList<MemoryStream> Files, bool IsIncomplete)
{
    /// <summary>How many labels found no room for their name.</summary>
    public int NamesWithoutRoom { get; init; }

    /// <summary>A name with a letter that no font has; null where all were drawn.</summary>
    public string? NameWithoutFont { get; init; }
}
