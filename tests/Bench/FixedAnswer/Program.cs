using System;
using System.Globalization;
using System.Text.Json;
using CustomLabels.Bench.FixedAnswer;

// usage: FixedAnswer [latency in milliseconds]. Prints its address, then its counters for each line that it reads; ends with its input.
var latency = args.Length > 0 ? double.Parse(args[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : 0;
using var listener = new Listener(TimeSpan.FromMilliseconds(latency));
Console.WriteLine(JsonSerializer.Serialize(new { listener.EndpointUrl }));
while (Console.ReadLine() is not null) Console.WriteLine(JsonSerializer.Serialize(listener.TakeCounters()));
