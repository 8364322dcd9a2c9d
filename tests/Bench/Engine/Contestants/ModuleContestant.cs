using System;
using System.Diagnostics;
using System.Threading.Tasks;

namespace CustomLabels.Bench.Engine.Contestants;

/// <summary>This module: Get-ChildItem piped to the cmdlet in pwsh, with no parameter but the model and how to connect.</summary>
/// <param name="shell">The pwsh.</param>
/// <param name="warmUp">How long it runs before it counts: .NET compiles what runs often again and again, PowerShell and the SDK too, and has done with it
/// only after some ten thousand images. A night's run is past that in its first minute.</param>
internal sealed class ModuleContestant(ModuleShell shell, TimeSpan warmUp) : IContestant
{
    private readonly ModuleShell _shell = shell;
    private readonly TimeSpan _warmUp = warmUp;

    public string Name => "this module";

    public TimeSpan? Cpu => _shell.Cpu;

    /// <summary>Images a second of the very first pass.</summary>
    public double FirstPass { get; private set; }

    public async Task WarmUpAsync(string endpointUrl, string folder)
    {
        var time = Stopwatch.StartNew();
        FirstPass = (await PassAsync(endpointUrl, folder)).PerSecond;
        while (time.Elapsed < _warmUp) await PassAsync(endpointUrl, folder);
    }

    public Task<Passed> PassAsync(string endpointUrl, string folder) => _shell.MeasureAsync<Passed>("Measure-Throughput", endpointUrl, folder, atMost: TimeSpan.FromMinutes(5));

    public void Dispose() => _shell.Dispose();
}
