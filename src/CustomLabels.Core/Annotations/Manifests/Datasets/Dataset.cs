using System.Collections.Generic;

namespace CustomLabels.Annotations.Manifests.Datasets;

/// <summary>A manifest whose lines are tested.</summary>
/// <param name="Totals">What they come to.</param>
/// <param name="Bucket">The bucket of the first image; null where there is none.</param>
/// <param name="OtherBucket">Another bucket, and the line that it is in first; null where there is none.</param>
/// <param name="ClassMapLabels">The labels of its class-maps.</param>
/// <param name="IsTesting">Whether it is the testing manifest.</param>
internal sealed record Dataset(DatasetTotals Totals, string? Bucket, (string Name, int Line)? OtherBucket, IEnumerable<string> ClassMapLabels, bool IsTesting)
{
    /// <summary>The kind of model that is trained with it.</summary>
    public UseCase UseCase { get; init; } = Totals.UseCase;

    /// <summary>Whether its lines were read: not where the file as a whole is refused.</summary>
    public bool IsRead { get; init; } = true;
}
