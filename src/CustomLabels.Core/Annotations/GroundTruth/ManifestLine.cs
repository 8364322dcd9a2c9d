using System.Collections.Generic;

namespace CustomLabels.Annotations.GroundTruth;

/// <summary>One line of a manifest, as far as it can be read.</summary>
internal sealed record ManifestLine
{
    /// <summary>Whether it only records that labelling an image failed.</summary>
    public bool IsFailure { get; init; }

    /// <summary>The bucket of its image; null where <c>source-ref</c> doesn't say, which is a finding.</summary>
    public string? Bucket { get; init; }

    /// <summary>The key of its image; null where <c>source-ref</c> doesn't say, which is a finding.</summary>
    public string? Key { get; init; }

    /// <summary>Its label attributes; none for an image that nobody labelled.</summary>
    public IReadOnlyList<ManifestAttribute> Attributes { get; init; } = [];

    /// <summary>What is wrong with it, in the order in which the line is read; empty for a line that the service takes.</summary>
    public IReadOnlyList<ManifestFinding> Findings { get; init; } = [];
}
