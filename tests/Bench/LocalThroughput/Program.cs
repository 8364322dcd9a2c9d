using System;
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
Print($"{clients:0} clients on {Environment.ProcessorCount} processors; each listener {seconds:0.#} s a round, in slices, in turn; medians of {rounds:0} rounds. CPU is clients and listener.");
Print($"{"image",-8} {"local",10} {"bare",10} {"local/bare",11}   {"only reads",10}   {"local CPU",10} {"bare CPU",10}");
foreach (var (name, length) in new[] { ("100 KB", 100 * 1024), ("4 MB", 4 * 1024 * 1024) })
{
    using var subject = new Subject(length);
    var local = new Contender(subject.Endpoint.Port);
    var minimum = new Contender(bare.Port);
    var most = new Contender(idle.Port);
    Contender[] contenders = [local, minimum, most];

    // Until the compiler is done with all of them.
    Contender.Round(contenders, subject.Request(), (int)clients, TimeSpan.FromSeconds(10));
    foreach (var contender in contenders) contender.Forget();
    for (var round = 0; round < rounds; round++) Contender.Round(contenders, subject.Request(), (int)clients, TimeSpan.FromSeconds(seconds));

    Print($"{name,-8} {local.PerSecond,8:N0}/s {minimum.PerSecond,8:N0}/s {local.PerSecond / minimum.PerSecond,11:P0}   {most.PerSecond,8:N0}/s   {local.Microseconds,7:N0} us {minimum.Microseconds,7:N0} us");
}

return 0;

bool TryNumber(int index, double otherwise, out double number)
{
    number = otherwise;
    return args.Length <= index || (double.TryParse(args[index], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && number > 0);
}

static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
