using System;
using System.Collections.Generic;
using System.Threading;

namespace CustomLabels.Pictures;

/// <summary>A picture that is read, and the files that are made of it.</summary>
/// <param name="Source">What people call the picture.</param>
/// <param name="Targets">Full paths of the files.</param>
/// <param name="Make">Makes their bytes, in this order. On any thread.</param>
internal sealed record PictureJob(string Source, IReadOnlyList<string> Targets, Func<DrawnPicture> Make)
{
    /// <summary>Makes the files.</summary>
    /// <param name="replaces">Whether files that are there are replaced.</param>
    /// <param name="stopped">Nothing is written after it.</param>
    /// <exception cref="CustomLabelsException">The picture can't be read, or a file can't be written.</exception>
    public DrawnPicture Run(bool replaces, CancellationToken stopped)
    {
        stopped.ThrowIfCancellationRequested();
        var drawn = Make();
        for (var i = 0; i < Targets.Count; i++)
        {
            stopped.ThrowIfCancellationRequested();
            using var content = drawn.Files[i];
            PictureFile.Write(Targets[i], content, replaces);
        }

        // The bytes are on the disk: what waits for its turn to be told of is small.
        return drawn with { Files = [] };
    }
}
