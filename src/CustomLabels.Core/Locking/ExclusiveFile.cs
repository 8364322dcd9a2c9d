using System;
using System.IO;

namespace CustomLabels.Locking;

/// <summary>A file that one handle has for itself: a lock among processes, and among the threads of one.</summary>
/// <remarks>What locks is the system's lock on the open file (a share mode on Windows, flock on Unix), which ends with the process however that ends; a file that a killed
/// process left behind locks nothing.</remarks>
internal static class ExclusiveFile
{
    // EWOULDBLOCK of Linux and of macOS, and what Windows calls a sharing and a lock violation.
    private static readonly int[] Held = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    /// <summary>Opens a file, or makes it; null while somebody else has it.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="options">How it is opened.</param>
    /// <exception cref="IOException">There can be none.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be opened.</exception>
    public static FileStream? TryOpen(string path, FileOptions options)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, options);
        }
        catch (IOException e) when (Array.IndexOf(Held, e.HResult) >= 0)
        {
            return null;
        }
    }
}
