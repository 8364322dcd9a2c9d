using System;
using System.Globalization;
using System.IO;
using CustomLabels.Bench.Pictures;

int Number(int place, int otherwise) => args.Length > place ? int.Parse(args[place], CultureInfo.InvariantCulture) : otherwise;

switch (args is [var verb, ..] ? verb : "")
{
    case "match":
        return Matching.Run(frames: Number(1, 200));
    case "shrink" when args.Length > 1:
        return await Shrinking.RunAsync(Path.GetFullPath(args[1]), threads: Number(2, Environment.ProcessorCount));
    default:
        Console.Error.WriteLine("match [frames]: how often a picture is found by its pixels among those of a line\nshrink <folder> [threads]: what it takes to make the folder's pictures fit");
        return 2;
}
