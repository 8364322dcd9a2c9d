using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CustomLabels.Files;

namespace CustomLabels.Annotations.Content;

/// <summary>Takes files beside the place they are meant for, and puts them there when all are written: a run that fails leaves what was there before.</summary>
/// <param name="path">Full path of the file, or of the folder of a format that has several.</param>
/// <param name="isFolder">Whether it is a folder.</param>
internal sealed class AnnotationOutput(string path, bool isFolder) : IDisposable
{
    private const string StagingMark = ".customlabels-";
    private const string Reserved = "<>:\"|?*\\";

    // On Windows and macOS a.xml and A.xml are one file.
    private static readonly StringComparer Names = Environment.OSVersion.Platform == PlatformID.Unix && !IsMac ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    private readonly Dictionary<string, string> _owners = new(Names);
    private readonly string _staging = path.TrimEnd(Path.DirectorySeparatorChar) + StagingMark + Guid.NewGuid().ToString("N").Substring(0, 8);
    private bool _isCommitted;

    /// <summary>How many files were written.</summary>
    public int FileCount => isFolder ? _owners.Count : 1;

    /// <summary>The one file of a format that has one.</summary>
    public Stream CreateFile() => Writing(path, () =>
    {
        CreateParent(path);
        return New(_staging);
    });

    /// <summary>A file in the folder of a format that has several.</summary>
    /// <param name="name">Its name below the folder, with slashes.</param>
    /// <param name="owner">The image that it is of, for errors.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.OutputConflict"/>: another image has this file. Or it is no name of a file below the folder.</exception>
    public Stream CreateFile(string name, string owner)
    {
        Claim(name, owner);
        var file = Place(_staging, name);
        return Writing(file, () =>
        {
            CreateParent(file);
            return New(file);
        });
    }

    /// <summary>A copy of a file in the folder.</summary>
    public void CopyFile(string source, string name, string owner)
    {
        Claim(name, owner);
        var file = Place(_staging, name);
        Writing(file, () =>
        {
            CreateParent(file);
            File.Copy(source, file);
            return true;
        });
    }

    /// <summary>Puts the files into their place.</summary>
    /// <param name="replaces">Whether files that are there are replaced.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.OutputExists"/> or <see cref="ErrorId.OutputWriteFailed"/>.</exception>
    public void Commit(bool replaces)
    {
        foreach (var target in Targets())
        {
            if (Directory.Exists(target) || (File.Exists(target) && !replaces)) throw new CustomLabelsException(AnnotationErrors.OutputExists(target));
        }

        Writing(path, () =>
        {
            if (!isFolder) FinishedFile.Place(_staging, path);
            else if (!Directory.Exists(path) && Directory.Exists(_staging)) Directory.Move(_staging, path);
            else MoveEach();
            _isCommitted = true;
            return true;
        });
        Dispose();
    }

    /// <summary>Takes away what was not put into its place.</summary>
    public void Dispose()
    {
        try
        {
            if (Directory.Exists(_staging)) Directory.Delete(_staging, recursive: true);
            else if (!_isCommitted && File.Exists(_staging)) File.Delete(_staging);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A virus scanner may hold a file; what is left has a name that says whose it is.
        }
    }

#if NET
    private static bool IsMac => OperatingSystem.IsMacOS();
#else
    private static bool IsMac => Directory.Exists("/System/Library/CoreServices");
#endif

    private IEnumerable<string> Targets() => isFolder ? _owners.Keys.Select(name => Place(path, name)) : [path];

    private void Claim(string name, string owner)
    {
        if (!IsName(name)) throw new CustomLabelsException(AnnotationErrors.NameUnusable(name, "It is no name of a file below a folder."));
        if (_owners.TryGetValue(name, out var other)) throw new CustomLabelsException(AnnotationErrors.Conflict(name, other, owner));
        _owners.Add(name, owner);
    }

    // A name comes from outside, and must not lead out of the folder.
    private static bool IsName(string name) => name.IndexOf('\0') < 0 && name.Split('/').All(IsPart);

    private static bool IsPart(string part) => part.Length > 0 && part is not ("." or "..")
        && (Path.DirectorySeparatorChar == '/' || (!part.Any(letter => Reserved.Contains(letter)) && part[part.Length - 1] is not (' ' or '.') && part.All(letter => letter >= ' ')));

    private static string Place(string folder, string name) => folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar + name.Replace('/', Path.DirectorySeparatorChar);

    private static FileStream New(string file) => new(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, 65536);

    private static void CreateParent(string file)
    {
        if (Path.GetDirectoryName(file) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
    }

    private void MoveEach()
    {
        foreach (var name in _owners.Keys)
        {
            var target = Place(path, name);
            CreateParent(target);
            FinishedFile.Place(Place(_staging, name), target);
        }
    }

    /// <summary>Does something with a file; what the system refuses is an error that names it.</summary>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.OutputWriteFailed"/>.</exception>
    internal static T Writing<T>(string file, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CustomLabelsException(AnnotationErrors.WriteFailed(file, e.Message), e);
        }
    }
}
