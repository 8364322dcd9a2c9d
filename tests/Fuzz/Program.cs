using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using CustomLabels.Fuzz;

const string Usage = "usage: dotnet run -c Release --project tests/Fuzz -- <target> [count=1000000] [seed=1]";

var targets = typeof(IFuzzTarget).Assembly.GetTypes()
    .Where(type => type is { IsAbstract: false } && typeof(IFuzzTarget).IsAssignableFrom(type))
    .Select(type => (IFuzzTarget)Activator.CreateInstance(type)!)
    .OrderBy(target => target.Name, StringComparer.Ordinal)
    .ToArray();

var target = targets.FirstOrDefault(target => string.Equals(target.Name, args.FirstOrDefault(), StringComparison.Ordinal));
if (target is null || !TryNumber(1, 1_000_000, out var count) || !TryNumber(2, 1, out var seed))
{
    Console.Error.WriteLine($"{Usage}\ntargets: {string.Join(", ", targets.Select(target => target.Name))}");
    return 2;
}

try
{
    var clock = Stopwatch.StartNew();
    var outcomes = Fuzzer.Run(target, count, seed, PrintMemory);
    var seconds = clock.Elapsed.TotalSeconds;
    var figures = target is IEndingTarget ending ? ending.End() : [];
    Print($"{target.Name}: {count:N0} inputs from {target.Corpus.Count} valid ones, seed {seed}");
    foreach (var outcome in outcomes) Print($"  {outcome.Key,-38} {outcome.Value,12:N0}");
    foreach (var figure in figures) Print($"  {figure}");
    Print($"held on every input: {target.Bound}");
    Print($"{seconds:F1} s, {count / seconds:N0} inputs/s");
    return 0;
}
catch (FuzzFindingException finding)
{
    Console.Error.WriteLine(finding.Message);
    return 1;
}
catch (Exception finding) when (target is IEndingTarget)
{
    Console.Error.WriteLine($"{target.Name} failed after all inputs of seed {seed}:\n{finding}");
    return 1;
}

void PrintMemory(int done)
{
    if (done == count / 4 || done == count / 2 || done == count)
        Print($"{target.Name}: after {done,12:N0} inputs {GC.GetTotalMemory(forceFullCollection: true) / 1024.0 / 1024:F1} MB on the managed heap, working set {Environment.WorkingSet / 1024.0 / 1024:F0} MB");
}

bool TryNumber(int index, int otherwise, out int number)
{
    number = otherwise;
    return args.Length <= index || int.TryParse(args[index], NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out number);
}

static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
