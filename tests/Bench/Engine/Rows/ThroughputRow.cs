using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using CustomLabels.Bench.Engine.Contestants;

namespace CustomLabels.Bench.Engine.Rows;

/// <summary>Images a second with a server that takes no time, this module against others: the same files, in turn, each in processes of its own.</summary>
internal sealed class ThroughputRow(string name, int images, int length, double ofHandSigned, double timesBoto3, double? timesCli)
    : Row(name, $"images a second from {length / 1024} KB files in memory, server without latency", minutes: 4)
{
    private const int Rounds = 7;
    private const int CheckedImages = 16;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(60);

    public override async Task RunAsync(Stage stage)
    {
        using var server = await FixedServer.StartAsync(stage);
        var folder = stage.Images(stage.Scaled(images), length);
        var contestants = new List<IContestant>();
        try
        {
            var ours = new ModuleContestant(await ModuleShell.StartAsync(stage, server), WarmUp);
            var module = new Score(Add(contestants, ours));
            var handSigned = new Score(Add(contestants, Own("hand-signed", "signed")));
            var floor = new Score(Add(contestants, Own("floor", "ready")));
            var boto3 = await Boto3Async(stage) ? new[] { 1, 16 }.Select(threads => new Score(Add(contestants, Boto3(threads)))).ToArray() : [];
            var cli = await CliAsync(stage) is { } found ? new Score(Add(contestants, found)) : null;
            Score[] scores = [module, handSigned, floor, .. boto3, .. cli is null ? Array.Empty<Score>() : [cli]];

            await CheckAsync(stage, contestants);
            foreach (var contestant in contestants) await contestant.WarmUpAsync(server.EndpointUrl, folder);
            for (var round = 0; round < Rounds; round++)
            {
                // There and back: nobody runs after the same one each time, be it one that has left the machine cold.
                foreach (var score in round % 2 == 0 ? scores : Enumerable.Reverse(scores)) await score.RoundAsync(server, folder);
            }

            Print(scores, module);
            Report.Line($"  this module's first pass, while .NET still compiled: {ours.FirstPass:N1} images/s");
            Reach(module, handSigned.PerSecond, "the hand-signed limit", ofHandSigned);
            if (boto3.Length > 0) Reach(module, boto3.Max(score => score.PerSecond), "the better boto3", timesBoto3);
            if (cli is not null && timesCli is { } times) Reach(module, cli.PerSecond, "the AWS CLI", times);
        }
        finally
        {
            foreach (var contestant in contestants) contestant.Dispose();
        }

        LoopContestant Own(string label, string kind) =>
            new(label, Child.StartOwn(stage, stage.In("tests", "Bench", "HandSigned", "bin", "Release", "net10.0", "HandSigned.dll"), kind), 4, 2, 8, 16, 32);
        LoopContestant Boto3(int threads) =>
            new("boto3", Child.Start("python3", [stage.In("tests", "Bench", "boto3_loop.py")], stage.Stop), threads);
    }

    private static IContestant Add(List<IContestant> contestants, IContestant contestant)
    {
        contestants.Add(contestant);
        return contestant;
    }

    private static async Task<bool> Boto3Async(Stage stage)
    {
        try
        {
            using var probe = Child.Start("python3", ["-c", "import importlib.util, sys; sys.exit(importlib.util.find_spec('boto3') is None)"], stage.Stop);
            await probe.EndAsync();
            return true;
        }
        catch (NotMeasuredException)
        {
            Report.Line($"  boto3 is not measured: it needs Python 3 (python3) with boto3.");
            return false;
        }
    }

    private static async Task<CliContestant?> CliAsync(Stage stage)
    {
        try
        {
            return await CliContestant.FindAsync(stage);
        }
        catch (NotMeasuredException e)
        {
            Report.Line($"  not measured: {e.Message}");
            return null;
        }
    }

    /// <summary>The local endpoint verifies what each of them signs: who sends less than a whole request is no contestant.</summary>
    private async Task CheckAsync(Stage stage, List<IContestant> contestants)
    {
        using var judge = await LocalServer.StartAsync(stage);
        var folder = stage.Images(CheckedImages, length);
        foreach (var contestant in contestants)
        {
            var before = await judge.CountersAsync();
            var passed = await contestant.PassAsync(judge.EndpointUrl, folder);
            var after = await judge.CountersAsync();
            if (after.Answered - before.Answered != passed.Images || after.Failed > 0 || passed.Images == 0)
                throw new NotMeasuredException(FormattableString.Invariant($"{contestant.Name} says {passed.Images} images, the local endpoint answered {after.Answered - before.Answered} and refused {after.Failed}."));
        }
    }

    private static void Print(Score[] scores, Score module)
    {
        Report.Line($"  {Rounds} rounds in turn, there and back; all signatures were verified before; CPU is milliseconds of processor time an image");
        Report.Line($"  {"",-26} {"median/s",10} {"min",10} {"max",10} {"module/it",10} {"CPU",8} {"server's",9}");
        foreach (var score in scores)
        {
            var cpu = score.Cpu is { } known ? FormattableString.Invariant($"{known:0.00}") : "-";
            Report.Line($"  {score.Name,-26} {score.PerSecond,10:N1} {score.Least,10:N1} {score.Most,10:N1} {module.PerSecond / score.PerSecond,10:N2} {cpu,8} {score.ServerCpu,9:0.00}");
        }
    }

    private static void Reach(Score module, double other, string name, double atLeast) =>
        Report.Goal(module.PerSecond / other >= atLeast, $"{module.PerSecond / other:N2} times {name}, at least {atLeast:N2}");
}
