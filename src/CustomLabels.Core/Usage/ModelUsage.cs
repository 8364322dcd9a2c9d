using System;
using System.Globalization;

namespace CustomLabels;

/// <summary>What a model, a project, a day or all together came to: time, inference units and about what they cost.</summary>
public sealed record ModelUsage
{
    /// <summary>The model's ARN; null of a sum over several models.</summary>
    public string? ProjectVersionArn { get; init; }

    /// <summary>The model's name (project, slash, version), or that of the project; null of a sum over projects.</summary>
    public string? Name { get; init; }

    /// <summary>From when it was measured, UTC.</summary>
    public DateTime StartTime { get; init; }

    /// <summary>Up to when, UTC.</summary>
    public DateTime EndTime { get; init; }

    /// <summary>Hours that the model ran, and of several models their sum; null where nothing is known.</summary>
    public double? Hours { get; init; }

    /// <summary>Inference units in service times hours, which is what AWS bills; null where nothing is known.</summary>
    public double? UnitHours { get; init; }

    /// <summary>About what that costs, in the currency of the price; null where nothing is known.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Where it is known from.</summary>
    public UsageSource Source { get; init; }

    /// <summary>The longest period that CloudWatch's points stand for: a minute is exact; of five minutes or an hour each that has begun counts whole. Null without such points.</summary>
    public TimeSpan? Period { get; init; }

    /// <summary>A line such as <c>line4/v1: 2.5 h, 5 unit hours</c>.</summary>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, "{0}: {1} h, {2} unit hours", Name ?? "all", Hours is { } hours ? hours.ToString("0.##", CultureInfo.InvariantCulture) : "?", UnitHours is { } units ? units.ToString("0.##", CultureInfo.InvariantCulture) : "?");
}
