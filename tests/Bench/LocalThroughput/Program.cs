using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CustomLabels.Bench;

const string Usage = "usage: dotnet run -c Release --project tests/Bench/LocalThroughput -- [seconds=2] [rounds=5] [clients=4]";

if (!TryNumber(0, 2, out var seconds) || !TryNumber(1, 5, out var rounds) || !TryNumber(2, 4, out var clients))
{
    Console.Error.WriteLine(Usage);
    return 2;
}

using var bare = new BareListener(works: true);
using var idle = new BareListener(works: false);
Print($"The local endpoint, verifying signatures, against a bare listener on the same sockets that reads the body, hashes it, decodes the base64 and hashes the image.");
Print($"{clients} clients on {Environment.ProcessorCount} processors, {seconds:0.#} s each in turn, medians of {rounds:0} rounds; in requests a second.");
Print($"{"image",-8} {"local",10} {"bare",10} {"local/bare",11}   {"only reads",10}");
foreach (var (name, length) in new[] { ("100 KB", 100 * 1024), ("4 MB", 4 * 1024 * 1024) })
{
    using var subject = new Subject(length);
    var local = new List<double>();
    var minimum = new List<double>();
    var most = new List<double>();
    var time = TimeSpan.FromSeconds(seconds);
    for (var round = 0; round <= rounds; round++)
    {
        var request = subject.Request();
        var runs = new (List<double> Results, int Port)[] { (local, subject.Endpoint.Port), (minimum, bare.Port), (most, idle.Port) };
        foreach (var (results, port) in round % 2 == 0 ? runs : runs.Reverse())
        {
            var result = Load.Measure(port, request, (int)clients, time);

            // The first round only warms up.
            if (round > 0) results.Add(result);
        }
    }

    Print($"{name,-8} {Median(local),10:N0} {Median(minimum),10:N0} {Median(local) / Median(minimum),11:P0}   {Median(most),10:N0}");
}

return 0;

bool TryNumber(int index, double otherwise, out double number)
{
    number = otherwise;
    return args.Length <= index || (double.TryParse(args[index], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && number > 0);
}

static double Median(List<double> results) => results.Order().ElementAt(results.Count / 2);

static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
