using System.IO;

namespace CustomLabels.Files;

/// <summary>Gives a file that was written beside its name: a reader sees the old or the new one, whole.</summary>
internal static class FinishedFile
{
    /// <summary>Moves a file to its name, over what is there.</summary>
    /// <param name="written">The file; on the same volume.</param>
    /// <param name="path">The name it is to have.</param>
    /// <exception cref="IOException">It can't be moved.</exception>
    public static void Place(string written, string path)
    {
#if NET
        File.Move(written, path, overwrite: true);
#else
        if (File.Exists(path)) File.Replace(written, path, destinationBackupFileName: null);
        else File.Move(written, path);
#endif
    }
}
