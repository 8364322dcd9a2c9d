using System;
using System.IO;
using System.Linq;
using CustomLabels.Files;

namespace CustomLabels.Leases;

/// <summary>Reads and writes the file of a lease.</summary>
internal static class LeaseFile
{
    // A lease has less than 3 KB.
    private const int LongestFile = 64 * 1024;
    private const int IdLength = 32;

    /// <summary>A new file that nobody else opens meanwhile, for its owner alone whatever the umask is: one that others may write to is not read again.</summary>
    public static FileStream OpenNew(string path)
    {
#if NET
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
#else
        return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
#endif
    }

    /// <summary>Reads a lease; null where there is none any more.</summary>
    /// <exception cref="FormatException">It is none, or may not be trusted; the message ends a sentence that begins with the file.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static ModelLease? Read(string path)
    {
        var id = Path.GetFileNameWithoutExtension(path);
        if (id.Length != IdLength || !id.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'))) throw new FormatException("its name is not a lease's.");
        try
        {
            return LeaseJson.Read(Content(path), id);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Writes beside, has it written to the device, and gives it its name: a reader sees the old or the new, whole.</summary>
    /// <exception cref="IOException">It can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, byte[] content, Func<string, FileStream> openNew)
    {
        var beside = $"{path}.{Guid.NewGuid():N}.new";
        try
        {
            using (var file = openNew(beside))
            {
                file.Write(content, 0, content.Length);
                file.Flush(flushToDisk: true);
            }

            FinishedFile.Place(beside, path);
            if (Path.DirectorySeparatorChar == '/') UnixFile.FlushFolder(Path.GetDirectoryName(path)!);
        }
        finally
        {
            if (File.Exists(beside)) File.Delete(beside);
        }
    }

    private static byte[] Content(string path)
    {
        // A link leads out of the folder that was looked at, and a pipe is never read to its end.
        if (File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint)) throw new FormatException("it is a link.");
#if NET
        if (Path.DirectorySeparatorChar == '/' && UnixFile.Distrust(path, isFolder: false) is { } reason) throw new FormatException($"{reason}.");
#endif
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (file.Length > LongestFile) throw new FormatException("it is too long for a lease.");
        var content = new byte[file.Length];
        var length = 0;
        while (length < content.Length && file.Read(content, length, content.Length - length) is > 0 and var read) length += read;
        return content;
    }
}
