using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace CustomLabels.Bench.Engine;

/// <summary>A process of its own that answers a line with a line of JSON. It is killed when it is no longer needed; those of this folder also end with their input, should this process be killed itself.</summary>
internal sealed class Child : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _name;
    private readonly Process _process;
    private readonly CancellationToken _stop;

    private Child(string name, Process process, CancellationToken stop)
    {
        _name = name;
        _process = process;
        _stop = stop;
    }

    /// <summary>Processor time it has used so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts a program, with no AWS setting but those given: a profile of the user's would be another measurement.</summary>
    public static Child Start(string program, IEnumerable<string> arguments, CancellationToken stop, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase)).ToArray()) start.Environment.Remove(name);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal)) start.Environment[name] = value;
        start.Environment["TERM"] = "dumb";
        try
        {
            return new Child(Path.GetFileName(program), Process.Start(start)!, stop);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new NotMeasuredException($"{program} can't be started: {e.Message}.", e);
        }
    }

    /// <summary>A program of this repository that was built with this one.</summary>
    public static Child StartOwn(Stage stage, string assembly, params string[] arguments)
    {
        if (!File.Exists(assembly)) throw new NotMeasuredException($"{assembly} is not built.");
        return Start(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", [assembly, .. arguments], stage.Stop);
    }

    /// <summary>The same of a server, which first prints its address.</summary>
    public static async Task<(Child Child, string EndpointUrl)> StartServerAsync(Stage stage, string assembly, params string[] arguments)
    {
        var child = StartOwn(stage, assembly, arguments);
        try
        {
            return (child, (await child.HearAsync<Ready>()).EndpointUrl);
        }
        catch
        {
            child.Dispose();
            throw;
        }
    }

    /// <summary>Writes a line.</summary>
    public void Tell(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
    }

    /// <summary>Writes a line and reads the answer.</summary>
    /// <exception cref="NotMeasuredException">The answer is an error, or none came.</exception>
    public Task<T> AskAsync<T>(string line, TimeSpan? atMost = null)
    {
        Tell(line);
        return HearAsync<T>(atMost);
    }

    /// <summary>Reads the next line of JSON; what else is printed is passed on.</summary>
    public async Task<T> HearAsync<T>(TimeSpan? atMost = null)
    {
        var within = Patience + (atMost ?? TimeSpan.Zero);
        try
        {
            while (true)
            {
                var line = await _process.StandardOutput.ReadLineAsync(CancellationToken.None).AsTask().WaitAsync(within, _stop)
                    ?? throw new NotMeasuredException($"{_name} ended without an answer.");
                if (line.IndexOf('{') is var at and >= 0) return Read<T>(line.Substring(at));
                if (line.Length > 0) Console.Error.WriteLine($"{_name}: {line}");
            }
        }
        catch (TimeoutException e)
        {
            throw new NotMeasuredException(FormattableString.Invariant($"{_name} did not answer within {within.TotalSeconds:0} s."), e);
        }
    }

    /// <summary>Waits for a program that ends by itself.</summary>
    /// <exception cref="NotMeasuredException">It failed, or did not end.</exception>
    public async Task<string> EndAsync()
    {
        _process.StandardInput.Close();
        var output = await _process.StandardOutput.ReadToEndAsync(_stop).WaitAsync(Patience, _stop);
        await _process.WaitForExitAsync(_stop).WaitAsync(Patience, _stop);
        return _process.ExitCode == 0 ? output : throw new NotMeasuredException(FormattableString.Invariant($"{_name} ended with exit code {_process.ExitCode}."));
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static T Read<T>(string json)
    {
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.TryGetProperty("Error", out var error)) throw new NotMeasuredException(error.GetString()!.ReplaceLineEndings(" "));
        return document.Deserialize<T>()!;
    }

    private sealed record Ready(string EndpointUrl);
}
