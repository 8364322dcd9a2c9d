using System;
using System.IO;
#if NET
using System.Formats.Tar;
#endif

namespace CustomLabels.Images;

/// <summary>Opens files, and nothing else that a path can name: opening a named pipe waits for its writer, and some devices never end.</summary>
internal static class RegularFile
{
    public static FileStream Open(string path)
    {
        if (FilePath.IsDevice(path)) throw new CustomLabelsException(ImageErrors.NotRegular(path));
        // Each system has other words for it, or takes it for a file that is not there.
        if (path.Length > FilePath.MaxLength) throw new PathTooLongException("The path is too long.");
        if (!Path.IsPathRooted(path)) throw new IOException("The path is not absolute.");
        // Asked of the file system once: each question takes as long as reading a small image.
        var file = new FileInfo(path);
        // Where there is no file at all its attributes are -1; opening it says that better.
        if ((int)file.Attributes != -1)
        {
            if (file.Attributes.HasFlag(FileAttributes.Directory)) throw new CustomLabelsException(ImageErrors.IsFolder(path));
            if (IsSpecial(file)) throw new CustomLabelsException(ImageErrors.NotRegular(path));
        }

        var stream = Open(path, bufferSize: 512);
        if (stream.CanSeek) return stream;
        stream.Dispose();
        throw new CustomLabelsException(ImageErrors.NotRegular(path));
    }

    /// <summary>Opens a file that was opened before, to read large pieces of it: without the questions, which take longer than a small image.</summary>
    public static FileStream Reopen(string path) => Open(path, bufferSize: 1);

    // Others may go on writing, renaming and deleting: an image that is being read is no reason to stop a camera.
    private static FileStream Open(string path, int bufferSize) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize, FileOptions.SequentialScan);

    /// <summary>When the opened file was last written. By its handle where that can be asked, because a path may be a link, which has a time of its own.</summary>
    public static DateTime LastWriteTimeUtc(FileStream stream) =>
#if NET
        File.GetLastWriteTimeUtc(stream.SafeFileHandle);
#else
        File.GetLastWriteTimeUtc(stream.Name);
#endif

    private static bool IsSpecial(FileInfo file)
    {
        // What this Windows makes of the path may be a device that the rules don't know.
        if (Path.DirectorySeparatorChar == '\\') return FilePath.IsDevice(file.FullName);
#if NET
        if (file.Attributes.HasFlag(FileAttributes.ReparsePoint) && file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target) file = target;
        return file.Length == 0 && !IsRegularByType(file.FullName);
#else
        return false;
#endif
    }

#if NET
    /// <summary>Asks for the file's type. A tar entry is the one place where .NET tells it; special files, all of length 0, aren't opened for that.</summary>
    private static bool IsRegularByType(string path)
    {
        // Of fixed size: what claims no bytes and has some (/proc) must not fill memory.
        using var archive = new MemoryStream(new byte[8192]);
        try
        {
            using (var writer = new TarWriter(archive, leaveOpen: true)) writer.WriteEntry(path, "file");
            archive.Position = 0;
            using var reader = new TarReader(archive);
            return reader.GetNextEntry()?.EntryType == TarEntryType.RegularFile;
        }
        catch (Exception e) when (e is IOException or NotSupportedException)
        {
            // A socket has no type in tar.
            return false;
        }
    }
#endif
}
