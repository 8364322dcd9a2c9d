using System;
using System.Globalization;
using CustomLabels;
using CustomLabels.Coverage;

// Whether the intervals and verdicts of an evaluation hold as often as they say, by models whose figures are known. Ends with 0 where they do.
// An argument is the part of the size to run: 0.1 for a tenth.
var scale = args.Length == 0 ? 1 : double.Parse(args[0], CultureInfo.InvariantCulture);
var isHeld = true;

foreach (var count in new[] { 10, 20, 50, 100, 400 })
{
    var (mean, least) = WilsonProof.Of(count);
    Print($"Wilson, {count} independent: exact coverage {mean:0.0000} in the mean, {least:0.0000} at least", mean is > 0.945 and < 0.96);
}

foreach (var correlation in new[] { 0, 0.1, 0.3 })
{
    var seeds = (int)(2000 * scale);
    var proof = CoverageProof.Run(correlation, seeds);
    bool Holds(double coverage) => coverage is >= 0.93 and <= 0.97;
    Print($"boxes by picture, correlation {correlation}, 100 pictures, {seeds} seeds: recall {proof.Recall:0.000}, precision {proof.Precision:0.000}, F1 {proof.F1:0.000} (recall by the plain formula {proof.PlainRecall:0.000})", Holds(proof.Recall) && Holds(proof.Precision) && Holds(proof.F1));
}

var crossed = CrossValidationProof.Run((int)(200 * scale));
Print($"thresholds of 100 pictures on 20,000 fresh ones, {(int)(200 * scale)} seeds: cross-validated F1 is {crossed.CrossValidated:+0.0000;-0.0000} off, that of the same pictures {crossed.Optimism:+0.0000;-0.0000}", Math.Abs(crossed.CrossValidated) <= 0.01);

foreach (var metric in Enum.GetValues<ComparisonMetric>())
{
    var seeds = (int)(1000 * scale);
    var proof = ComparisonProof.Run(metric, seeds);
    Print($"equal models by {metric}, {seeds} seeds: better {proof.Better:0.0000}, worse {proof.Worse:0.0000}", proof.Better + proof.Worse is >= 0.035 and <= 0.065);
}

return isHeld ? 0 : 1;

void Print(FormattableString line, bool holds)
{
    Console.WriteLine($"{(holds ? "held" : "MISSED")}  {line.ToString(CultureInfo.InvariantCulture)}");
    isHeld &= holds;
}
