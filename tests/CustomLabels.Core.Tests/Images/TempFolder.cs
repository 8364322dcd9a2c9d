using System;
using System.Diagnostics;
using System.IO;

namespace CustomLabels.Core.Tests.Images;

/// <summary>A fresh folder that is gone after the test.</summary>
public sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "images-" + Guid.NewGuid().ToString("N")));

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public string Write(string name, byte[] content)
    {
        File.WriteAllBytes(PathOf(name), content);
        return PathOf(name);
    }

    /// <summary>Runs a Unix command on one file of the folder.</summary>
    public string Run(string command, string arguments, string name)
    {
        var start = new ProcessStartInfo(command, $"{arguments} {name}") { WorkingDirectory = _folder.FullName, UseShellExecute = false };
        using var process = Process.Start(start) ?? throw new InvalidOperationException(command);
        process.WaitForExit();
        return process.ExitCode == 0 ? PathOf(name) : throw new InvalidOperationException($"{command} ended with {process.ExitCode}.");
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
