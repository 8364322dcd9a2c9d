using System;
using System.Text.Json;
using System.Threading.Tasks;

namespace CustomLabels.Bench.Engine.Contestants;

/// <summary>A program that sends all files of a folder, so many at once, when it is told to.</summary>
/// <param name="name">Its name.</param>
/// <param name="program">The program, which ends with this.</param>
/// <param name="tries">How many at once; of several, the one that was best in the warm-up.</param>
internal sealed class LoopContestant(string name, Child program, params int[] tries) : IContestant
{
    private readonly string _name = name;
    private readonly Child _program = program;
    private readonly int[] _tries = tries;
    private int _concurrency = tries[0];

    public string Name => FormattableString.Invariant($"{_name}, {_concurrency} at once");

    public TimeSpan? Cpu => _program.Cpu;

    public async Task WarmUpAsync(string endpointUrl, string folder)
    {
        await PassAsync(endpointUrl, folder, _tries[0]);
        var best = 0.0;
        foreach (var concurrency in _tries)
        {
            var passed = await PassAsync(endpointUrl, folder, concurrency);
            if (passed.PerSecond > best) (best, _concurrency) = (passed.PerSecond, concurrency);
        }
    }

    public Task<Passed> PassAsync(string endpointUrl, string folder) => PassAsync(endpointUrl, folder, _concurrency);

    public void Dispose() => _program.Dispose();

    private Task<Passed> PassAsync(string endpointUrl, string folder, int concurrency) => _program.AskAsync<Passed>(
        JsonSerializer.Serialize(new { EndpointUrl = endpointUrl, Keys.ProjectVersionArn, Keys.AccessKey, Keys.SecretKey, Folder = folder, Concurrency = concurrency }), TimeSpan.FromMinutes(5));
}
