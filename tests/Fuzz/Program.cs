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
    var outcomes = Fuzzer.Run(target, count, seed);
    var seconds = clock.Elapsed.TotalSeconds;
    Print($"{target.Name}: {count:N0} inputs from {target.Corpus.Count} valid ones, seed {seed}");
    foreach (var outcome in outcomes) Print($"  {outcome.Key,-38} {outcome.Value,12:N0}");
    Print($"held on every input: {target.Bound}");
    Print($"{seconds:F1} s, {count / seconds:N0} inputs/s");
    return 0;
}
catch (FuzzFindingException finding)
{
    Console.Error.WriteLine(finding.Message);
    return 1;
}

bool TryNumber(int index, int otherwise, out int number)
{
    number = otherwise;
    return args.Length <= index || int.TryParse(args[index], NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out number);
}

static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
