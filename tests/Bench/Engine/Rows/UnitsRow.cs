using System;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;

namespace CustomLabels.Bench.Engine.Rows;

/// <summary>A model whose inference units come and go: how much of what they provide is used while there always is another image.</summary>
internal sealed class UnitsRow() : Row("Units", "units by schedule: 60 s at 1, 120 s at 5, 120 s at 2, of 5 TPS each, input never dry, no parameters", minutes: 5.2)
{
    private const int TpsPerUnit = 5;

    private static readonly (int Seconds, int Units)[] Schedule = [(60, 1), (120, 5), (120, 2)];

    public override async Task RunAsync(Stage stage)
    {
        using var warmUp = await FixedServer.StartAsync(stage);
        using var shell = await ModuleShell.StartAsync(stage, warmUp);
        var folder = stage.Images(1000, 2048);
        var steps = Schedule.Select((step, i) => (From: stage.Scaled(Schedule.Take(i).Sum(before => before.Seconds)), step.Units)).ToArray();
        var seconds = stage.Scaled(Schedule.Sum(step => step.Seconds));
        var model = JsonSerializer.Serialize(new
        {
            Manifest = stage.In("samples", "manifest.jsonl"),
            ImageRoot = stage.In("samples", "images"),
            MinInferenceUnits = 1,
            MaxInferenceUnits = 5,
            UnitSchedule = steps.Skip(1).Select(step => new { Seconds = step.From, step.Units }),
        });
        using var server = await LocalServer.StartModelsAsync(stage, "--model", model, "--tps-per-inference-unit", TpsPerUnit.ToString(CultureInfo.InvariantCulture), "--latency", "0.2");
        var run = await shell.RunAsync(server.EndpointUrl, folder, int.MaxValue, every: 1, seconds);
        var counters = await server.CountersAsync();

        var ends = steps.Skip(1).Select(step => step.From).Append(seconds).ToArray();
        var provisioned = 0;
        for (var i = 0; i < steps.Length; i++)
        {
            var (from, to) = (i == 0 ? 0 : steps[i].From, ends[i]);
            var (answered, offered) = (Results(run, to) - Results(run, from), (to - from) * steps[i].Units * TpsPerUnit);
            provisioned += offered;
            Report.Line($"  {from,3} to {to,3} s at {steps[i].Units} units: {answered,5:N0} of {offered,5:N0}, {(double)answered / offered,6:P1}");
        }

        Report.Line($"  {counters.Requests:N0} requests, {(double)counters.Throttled / counters.Requests:P2} throttled; {run.Failed:N0} images failed {run.First}");
        var part = (double)Results(run, seconds) / provisioned;
        Report.Goal(part >= 0.93, $"{part:P1} of the {provisioned:N0} that were provisioned, at least 93 %");
    }

    private static int Results(ModuleRun run, double until) => run.Looks.LastOrDefault(look => look.Seconds <= until)?.Images ?? 0;
}
