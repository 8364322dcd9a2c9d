using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace CustomLabels.Guards;

/// <summary>Runs programs of the system: without a shell, with arguments that are never taken apart, and never for long.</summary>
/// <param name="kind">What they are run for.</param>
/// <param name="stopped">Ends a program that runs.</param>
internal sealed class SystemProgram(GuardKind kind, CancellationToken stopped)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private static readonly string[] UsualFolders = ["/usr/bin", "/bin", "/usr/sbin", "/sbin"];

    /// <summary>Ends a wait.</summary>
    public CancellationToken Stopped => stopped;

    /// <summary>The full path of a program; null where there is none.</summary>
    /// <param name="name">Its name.</param>
    public static string? Find(string name)
    {
        // Not by the path on Windows, where a program of that name may stand before the system's.
        if (Path.DirectorySeparatorChar == '\\') return Present(Path.Combine(Environment.SystemDirectory, name + ".exe"));
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Where(Path.IsPathRooted).Concat(UsualFolders);
        return folders.Select(folder => Present(Path.Combine(folder, name))).FirstOrDefault(path => path is not null);
    }

    /// <summary>Runs a program to its end.</summary>
    /// <param name="name">Its name, or its full path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="input">What it reads; null for nothing.</param>
    /// <param name="environment">All of its environment; null for this process's, with messages in English.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.GuardUnavailable"/>: there is no such program, or it does not end.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public ProgramResult Run(string name, IEnumerable<string> arguments, byte[]? input = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var path = Path.IsPathRooted(name) ? name : Find(name) ?? throw Unavailable($"there is no program {name}.");
        var info = new ProcessStartInfo(path, CommandLine.Of(arguments))
        {
            UseShellExecute = false, CreateNoWindow = true, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardErrorEncoding = Encoding.UTF8,
        };
        if (environment is null)
        {
            info.EnvironmentVariables["LC_ALL"] = "C";
        }
        else
        {
            info.EnvironmentVariables.Clear();
            foreach (var variable in environment) info.EnvironmentVariables[variable.Key] = variable.Value;
        }

        try
        {
            using var process = Process.Start(info)!;
            return Finish(process, name, input ?? []);
        }
        catch (Win32Exception exception)
        {
            throw Unavailable($"{name} can't be run: {exception.Message}");
        }
    }

    /// <summary>The error of what this system doesn't have, or doesn't let this account do.</summary>
    /// <param name="reason">Why, as a sentence.</param>
    public CustomLabelsException Unavailable(string reason) => new(GuardErrors.Unavailable(kind, reason));

    private static string? Present(string path) => File.Exists(path) ? path : null;

    private ProgramResult Finish(Process process, string name, byte[] input)
    {
        using var output = new MemoryStream();
        var error = Task.Run(process.StandardError.ReadToEndAsync, stopped);
        var all = Task.WhenAll(Task.Run(() => Write(process, input), stopped), Task.Run(() => process.StandardOutput.BaseStream.CopyTo(output), stopped), error);
        try
        {
            if (!all.Wait((int)Limit.TotalMilliseconds, stopped) || !process.WaitForExit((int)Limit.TotalMilliseconds)) throw Unavailable(FormattableString.Invariant($"{name} has not ended within {Limit.TotalMinutes} minutes."));
            return new ProgramResult(process.ExitCode, output.ToArray(), error.Result);
        }
        finally
        {
            End(process);
        }
    }

    private static void Write(Process process, byte[] input)
    {
        try
        {
            using var stream = process.StandardInput.BaseStream;
            stream.Write(input, 0, input.Length);
        }
        catch (IOException)
        {
            // It doesn't read; its exit code says why.
        }
    }

    private static void End(Process process)
    {
        try
        {
            if (process.HasExited) return;
#if NET
            process.Kill(entireProcessTree: true);
#else
            process.Kill();
#endif
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or NotSupportedException)
        {
            // It has ended meanwhile.
        }
    }
}
