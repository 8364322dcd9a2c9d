using System;
using System.Collections.Generic;
using System.Globalization;

namespace CustomLabels;

/// <summary>What a model got right and wrong on one picture.</summary>
public sealed record ImageEvaluation
{
    /// <summary>The picture's name, as the truth has it.</summary>
    public string Image { get; init; } = "";

    /// <summary>Full path of the picture; null where neither side has one.</summary>
    public string? LiteralPath { get; init; }

    /// <summary>S3 bucket; null for files.</summary>
    public string? Bucket { get; init; }

    /// <summary>S3 key; null for files.</summary>
    public string? Key { get; init; }

    /// <summary>The group that it is in; null without -GroupBy.</summary>
    public string? Group { get; init; }

    /// <summary>How many labels were found where they are.</summary>
    public int TruePositives { get; init; }

    /// <summary>How many were found where they aren't.</summary>
    public int FalsePositives { get; init; }

    /// <summary>How many are there and weren't found.</summary>
    public int FalseNegatives { get; init; }

    /// <summary>Each of them.</summary>
    public IReadOnlyList<DetectionOutcome> Outcomes { get; init; } = Array.Empty<DetectionOutcome>();

    /// <inheritdoc/>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}: {1} found, {2} wrong, {3} missed", Image, TruePositives, FalsePositives, FalseNegatives);
}
