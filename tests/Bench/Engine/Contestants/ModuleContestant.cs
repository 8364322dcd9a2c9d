using System;
using System.Threading.Tasks;

namespace CustomLabels.Bench.Engine.Contestants;

/// <summary>This module: Get-ChildItem piped to the cmdlet in pwsh, with no parameter but the model and how to connect.</summary>
internal sealed class ModuleContestant(ModuleShell shell) : IContestant
{
    private readonly ModuleShell _shell = shell;

    public string Name => "this module";

    public TimeSpan? Cpu => _shell.Cpu;

    public Task WarmUpAsync(string endpointUrl, string folder) => PassAsync(endpointUrl, folder);

    public Task<Passed> PassAsync(string endpointUrl, string folder) => _shell.MeasureAsync<Passed>("Measure-Throughput", endpointUrl, folder, atMost: TimeSpan.FromMinutes(5));

    public void Dispose() => _shell.Dispose();
}
