using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using CustomLabels.HostilePictures;

const string Usage = "usage: dotnet run -c Release --project tests/HostilePictures -- <folder> ...\nDecodes every file below the folders, each in a child with bounded memory, and counts what became of them.";

if (args is ["--decode"])
{
    Decoding.Serve(Console.In, Console.Out);
    return 0;
}

var missing = args.FirstOrDefault(folder => !Directory.Exists(folder));
if (args.Length == 0 || missing is not null)
{
    Console.Error.WriteLine(missing is null ? Usage : $"There is no folder '{missing}'.\n{Usage}");
    return 2;
}

var clock = Stopwatch.StartNew();
var files = args.SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)).Order(StringComparer.Ordinal).ToArray();
using var child = new DecodingChild();
var outcomes = files.Select(file => (File: file, Outcome: child.Decode(file))).ToArray();
foreach (var group in outcomes.GroupBy(one => one.Outcome.Name, StringComparer.Ordinal).OrderByDescending(group => group.Count()))
    Print($"{group.Count(),6:N0}  {group.Key}");
var longest = outcomes.MaxBy(one => one.Outcome.Milliseconds);
var largest = outcomes.MaxBy(one => one.Outcome.PeakBytes);
Print($"{files.Length:N0} files in {clock.Elapsed.TotalSeconds:F0} s; the longest took {longest.Outcome.Milliseconds:N0} ms ({longest.File})");
Print($"most memory of the child: {largest.Outcome.PeakBytes / 1e6:N0} MB ({largest.File}); allowed: {DecodingChild.MaxBytes / 1e6:N0}");
var findings = outcomes.Where(one => one.Outcome.IsFinding || one.Outcome.PeakBytes > DecodingChild.MaxBytes).ToArray();
foreach (var (file, outcome) in findings) Print($"FOUND: {outcome.Name}, {outcome.PeakBytes / 1e6:N0} MB: {file}");
return findings.Length == 0 && files.Length > 0 ? 0 : 1;

static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
