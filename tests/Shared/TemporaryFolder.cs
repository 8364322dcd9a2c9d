using System;
using System.Diagnostics;
using System.IO;

namespace CustomLabels.Tests;

/// <summary>A fresh folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateDirectory(System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"customlabels-{Guid.NewGuid():N}"));

    public string Path => _folder.FullName;

    /// <summary>The full path of a file or folder in it, whether or not it is there.</summary>
    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file in it, or below it, and gives its full path.</summary>
    public string Write(string name, byte[] content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllBytes(PathOf(name), content);
        return PathOf(name);
    }

    /// <summary>Writes a file of text, in UTF-8 without a byte order mark.</summary>
    public string Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    /// <summary>Runs a Unix command on one file of the folder.</summary>
    public string Run(string command, string arguments, string name)
    {
        var start = new ProcessStartInfo(command, $"{arguments} {name}") { WorkingDirectory = Path, UseShellExecute = false };
        using var process = Process.Start(start) ?? throw new InvalidOperationException(command);
        process.WaitForExit();
        return process.ExitCode == 0 ? PathOf(name) : throw new InvalidOperationException($"{command} ended with {process.ExitCode}.");
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
