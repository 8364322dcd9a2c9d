using System;
using System.IO;
using CustomLabels.Files;

namespace CustomLabels.Pictures;

/// <summary>Puts a picture's bytes into their place: whole, or not at all.</summary>
internal static class PictureFile
{
    /// <summary>Writes a file beside its place, and moves it there.</summary>
    /// <param name="path">Its full path. The folder is made where it isn't there.</param>
    /// <param name="content">The bytes, from the first.</param>
    /// <param name="replaces">Whether a file that is there is replaced. A link is replaced itself, and not what it leads to.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.OutputExists"/> or <see cref="ErrorId.OutputWriteFailed"/>; nothing is left behind.</exception>
    public static void Write(string path, MemoryStream content, bool replaces)
    {
        string? staged = null;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            staged = Path.Combine(Path.GetDirectoryName(path)!, $".customlabels-{Guid.NewGuid():N}");
            using (var file = new FileStream(staged, FileMode.CreateNew, FileAccess.Write, FileShare.None)) content.WriteTo(file);
            if (replaces) FinishedFile.Place(staged, path);
            else File.Move(staged, path);
            staged = null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CustomLabelsException(!replaces && File.Exists(path) ? PictureErrors.Exists(path) : PictureErrors.WriteFailed(path, e.Message), e);
        }
        finally
        {
            if (staged is not null) Remove(staged);
        }
    }

    private static void Remove(string staged)
    {
        try
        {
            File.Delete(staged);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A virus scanner may hold it; its name says whose it is.
        }
    }
}
