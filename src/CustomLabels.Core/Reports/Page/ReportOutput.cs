using System;
using System.Globalization;
using System.IO;
using System.Linq;
using CustomLabels.Annotations.Content;
using CustomLabels.Files;

namespace CustomLabels.Reports.Page;

/// <summary>The files of a report: made in a folder beside their place, and moved there when all are written.</summary>
/// <param name="path">Full path of the page.</param>
internal sealed class ReportOutput(string path) : IDisposable
{
    private const string FolderEnd = ".files";
    private const string PictureEnd = ".jpg";

    private readonly string _staging = $"{path}.customlabels-{Guid.NewGuid().ToString("N").Substring(0, 8)}";

    /// <summary>Where the report is made.</summary>
    public string Staging => _staging;

    /// <summary>The name of the folder of pictures beside the page.</summary>
    public string FolderName => Path.GetFileNameWithoutExtension(path) + FolderEnd;

    private string StagedPage => Path.Combine(_staging, "page");

    private string StagedFolder => Path.Combine(_staging, "files");

    private string Folder => Path.Combine(Path.GetDirectoryName(path) ?? "", FolderName);

    /// <summary>The name of a small picture in the folder.</summary>
    /// <param name="index">The row's number, from 0.</param>
    public static string PictureName(int index) => index.ToString("000000", CultureInfo.InvariantCulture) + PictureEnd;

    /// <summary>Checks that nothing is there, before work is done that would be lost.</summary>
    /// <param name="replaces">Whether files that are there are replaced.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.OutputExists"/>.</exception>
    public void Check(bool replaces)
    {
        if (Directory.Exists(path) || (File.Exists(path) && !replaces)) throw new CustomLabelsException(AnnotationErrors.OutputExists(path));
        if (File.Exists(Folder) || (Directory.Exists(Folder) && !replaces)) throw new CustomLabelsException(AnnotationErrors.OutputExists(Folder));
    }

    /// <summary>Does something with the files; what the system refuses is an error that names the page.</summary>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.OutputWriteFailed"/>.</exception>
    public T Writing<T>(Func<T> write) => AnnotationOutput.Writing(path, write);

    /// <summary>Opens the page to write.</summary>
    public TextWriter CreatePage() => new StreamWriter(StagedPage, append: false, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 65536) { NewLine = "\n" };

    /// <summary>Writes a small picture into the folder.</summary>
    public void WritePicture(int index, byte[] content)
    {
        Directory.CreateDirectory(StagedFolder);
        File.WriteAllBytes(Path.Combine(StagedFolder, PictureName(index)), content);
    }

    /// <summary>Puts everything into its place.</summary>
    public void Commit()
    {
        RemoveOldPictures();
        if (Directory.Exists(StagedFolder))
        {
            Directory.CreateDirectory(Folder);
            foreach (var file in Directory.EnumerateFiles(StagedFolder)) File.Move(file, Path.Combine(Folder, Path.GetFileName(file)));
        }

        FinishedFile.Place(StagedPage, path);
    }

    /// <summary>Takes away what was not put into its place.</summary>
    public void Dispose()
    {
        try
        {
            if (Directory.Exists(_staging)) Directory.Delete(_staging, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A virus scanner may hold a file; what is left has a name that says whose it is.
        }
    }

    // Of an earlier report; what somebody else has put there stays.
    private void RemoveOldPictures()
    {
        if (!Directory.Exists(Folder)) return;
        foreach (var file in Directory.EnumerateFiles(Folder).Where(IsOurs).ToArray()) File.Delete(file);
        if (!Directory.EnumerateFileSystemEntries(Folder).Any()) Directory.Delete(Folder);
    }

    private static bool IsOurs(string file)
    {
        var name = Path.GetFileName(file);
        return name.EndsWith(PictureEnd, StringComparison.Ordinal)
            && int.TryParse(name.Substring(0, name.Length - PictureEnd.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && name == PictureName(index);
    }
}
