using System;
using System.Globalization;

namespace CustomLabels.Bench.Engine;

/// <summary>What is printed, the same in every culture.</summary>
internal static class Report
{
    public static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>A figure beside what is to be reached.</summary>
    public static void Goal(bool isReached, FormattableString line) => Line($"  {(isReached ? "reached" : "MISSED "),-8} {line.ToString(CultureInfo.InvariantCulture)}");
}
