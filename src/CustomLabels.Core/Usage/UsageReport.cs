using System;
using System.Collections.Generic;
using System.Linq;

namespace CustomLabels.Usage;

/// <summary>Sums up the use of models.</summary>
/// <param name="start">From when it was measured, UTC.</param>
/// <param name="end">Up to when.</param>
/// <param name="groups">What to sum by.</param>
/// <param name="pricePerUnitHour">The price of an inference unit and hour.</param>
internal sealed class UsageReport(DateTime start, DateTime end, UsageGroups groups, decimal pricePerUnitHour)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>The sums: by day, and within each what costs the most first. Of a model without use there is one, but not for each day.</summary>
    public IReadOnlyList<ModelUsage> Of(IReadOnlyList<MeasuredModel> models) => models
        .SelectMany(Pieces)
        .GroupBy(piece => piece.Key)
        .Select(group => Sum(group.Key, group.ToArray()))
        .OrderBy(usage => usage.StartTime)
        .ThenByDescending(usage => usage.UnitHours)
        .ThenBy(usage => usage.Name, StringComparer.OrdinalIgnoreCase)
        .ToArray();

    private IEnumerable<(UsageKey Key, MeasuredModel Model, IReadOnlyList<UsagePart> Parts)> Pieces(MeasuredModel model)
    {
        var key = groups.HasFlag(UsageGroups.Model) ? new UsageKey(model.Arn.Text, $"{model.Arn.ProjectName}/{model.Arn.VersionName}", Day: null)
            : new UsageKey(Arn: null, groups.HasFlag(UsageGroups.Project) ? model.Arn.ProjectName : null, Day: null);
        return groups.HasFlag(UsageGroups.Day)
            ? model.Parts.GroupBy(part => part.Start.Date).Select(day => (key with { Day = day.Key }, model, (IReadOnlyList<UsagePart>)day.ToArray()))
            : [(key, model, model.Parts)];
    }

    private ModelUsage Sum(UsageKey key, (UsageKey Key, MeasuredModel Model, IReadOnlyList<UsagePart> Parts)[] pieces)
    {
        var parts = pieces.SelectMany(piece => piece.Parts).ToArray();
        var source = pieces.Aggregate(UsageSource.None, (source, piece) => source | piece.Model.Source);
        var isKnown = source != UsageSource.None;
        var unitHours = Rounded(parts.Sum(part => part.UnitHours));
        return new ModelUsage
        {
            ProjectVersionArn = key.Arn,
            Name = key.Name,
            StartTime = key.Day is { } day ? TimeGrid.Later(day, start) : start,
            EndTime = key.Day is { } date ? TimeGrid.Earlier(date + Day, end) : end,
            Hours = isKnown ? Rounded(parts.Sum(part => part.Hours)) : null,
            UnitHours = isKnown ? unitHours : null,
            Cost = isKnown ? decimal.Round((decimal)unitHours * pricePerUnitHour, 4) : null,
            Source = source,
            Period = parts.Max(part => part.Period),
        };
    }

    // To a few millionths of a second: what sums of many minutes are off by.
    private static double Rounded(double hours) => Math.Round(hours, 9);

    private sealed record UsageKey(string? Arn, string? Name, DateTime? Day);
}
