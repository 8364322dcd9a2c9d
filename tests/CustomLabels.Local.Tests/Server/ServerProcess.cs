using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace CustomLabels.Local.Tests.Server;

/// <summary>The program, run as people run it.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    public ServerProcess(params string[] arguments)
        : this(arguments, variable: null)
    {
    }

    /// <summary>Runs it.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="variable">One environment variable, <c>NAME=value</c>.</param>
    public ServerProcess(string[] arguments, string? variable)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments.Prepend(Path.Combine(AppContext.BaseDirectory, "CustomLabels.Local.Server.dll"))) start.ArgumentList.Add(argument);
        if (variable?.Split('=') is [var name, var value]) start.Environment[name] = value;
        _process = Process.Start(start)!;
    }

    public Task<string?> ReadLineAsync() => _process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));

    /// <summary>Sends a signal, as <c>kill</c> names it.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", new[] { "-s", name, _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        kill.WaitForExit();
    }

    /// <summary>Waits for the end; gives the exit code and everything printed that was not read.</summary>
    public async Task<(int ExitCode, string Output, string Error)> EndAsync()
    {
        var output = _process.StandardOutput.ReadToEndAsync();
        var error = _process.StandardError.ReadToEndAsync();
        Assert.True(_process.WaitForExit(60_000), "The program should end.");
        return (_process.ExitCode, await output, await error);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
