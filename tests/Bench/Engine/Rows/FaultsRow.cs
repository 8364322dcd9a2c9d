using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Threading.Tasks;

namespace CustomLabels.Bench.Engine.Rows;

/// <summary>A fifth of all calls goes wrong: whether each image is answered once and in its place.</summary>
internal sealed class FaultsRow() : Row("Faults", "20 % faults (throttle, 500, reset, stall), 5,000 images, -MaxAttempts 10 -ReadTimeout 2", minutes: 4)
{
    private const int Images = 5000;
    private const double Rate = 0.05;

    private static readonly string[] Kinds = ["ThrottlingException", "InternalServerError", "Reset", "Stall"];

    public override async Task RunAsync(Stage stage)
    {
        using var warmUp = await FixedServer.StartAsync(stage);
        using var shell = await ModuleShell.StartAsync(stage, warmUp);
        var folder = stage.Images(stage.Scaled(Images), 2048);

        // A trouble meets what those before it have left.
        var troubles = Array.ConvertAll(Kinds, kind => new { Kind = kind, Rate = Rate / (1 - (Rate * Array.IndexOf(Kinds, kind))) });
        using var server = await LocalServer.StartAsync(stage, "--trouble", JsonSerializer.Serialize(troubles));
        var order = await shell.MeasureAsync<Order>("Measure-Order", server.EndpointUrl, folder, "-Extra @{ MaxAttempts = 10; ReadTimeout = 2 }", TimeSpan.FromMinutes(20));
        var counters = await server.CountersAsync();

        var wrong = counters.Requests - counters.Answered;
        Report.Line($"  {counters.Requests:N0} requests, {(double)wrong / counters.Requests:P1} went wrong: {counters.Throttled:N0} throttled, {counters.Errors.GetValueOrDefault("InternalServerError"):N0} errors, {counters.Reset:N0} resets, {counters.Stalled:N0} stalls");
        Report.Line($"  {order.Seconds:N1} s, {order.Answered / order.Seconds:N0} images/s; {order.Attempts:N0} attempts; {order.Failed:N0} images failed {order.First}");
        Report.Goal(order.Once == order.Sent && order.Answered == order.Sent, $"{order.Once:N0} of {order.Sent:N0} images have exactly one result");
        Report.Goal(counters.Answered == order.Sent, $"{counters.Answered:N0} answers of the model, none paid for twice");
        Report.Goal(order.InPlace == order.Sent, $"{order.InPlace:N0} results in the place of their image");
    }

    private sealed record Order(double Seconds, int Sent, int Answered, int InPlace, int Once, int Attempts, int Failed, string First);
}
