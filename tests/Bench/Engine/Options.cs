using System;
using System.Globalization;
using System.Linq;
using CustomLabels.Bench.Engine.Rows;

namespace CustomLabels.Bench.Engine;

/// <summary>What the command line asks for.</summary>
/// <param name="Shell">The pwsh that the module is measured in.</param>
/// <param name="Names">What the names of the rows begin with; empty for all.</param>
/// <param name="Scale">The part of each row's images and seconds that is run, to see that the rows work.</param>
internal sealed record Options(string Shell, string[] Names, double Scale)
{
    public const string Usage = "usage: Engine [--shell pwsh] [--row NAME,NAME...] [--scale 0.01 to 1]";

    public static bool TryParse(string[] arguments, out Options options)
    {
        options = new Options("pwsh", [], 1);
        if (arguments.Length % 2 != 0) return false;
        foreach (var pair in arguments.Chunk(2))
        {
            switch (pair[0])
            {
                case "--shell":
                    options = options with { Shell = pair[1] };
                    break;
                case "--row":
                    options = options with { Names = pair[1].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) };
                    break;
                case "--scale" when double.TryParse(pair[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var scale) && scale is >= 0.01 and <= 1:
                    options = options with { Scale = scale };
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    public bool Chooses(Row row) =>
        row.IsOnlyByName
            ? Names.Contains(row.Name, StringComparer.OrdinalIgnoreCase)
            : Names.Length == 0 || Names.Any(name => row.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase));
}
