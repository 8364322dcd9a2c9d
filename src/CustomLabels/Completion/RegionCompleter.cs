using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CustomLabels.Api.Transport;
using CustomLabels.Arns;
using CustomLabels.Loading;

namespace CustomLabels.Completion;

/// <summary>Offers the regions of AWS by a part of either name, those first where Rekognition is known to be; with a model version, only its own.</summary>
internal sealed class RegionCompleter : Completer
{
    /// <inheritdoc/>
    protected override IEnumerable<CompletionResult> Complete(CompletionWord word, TypedArguments typed)
    {
        var regions = InTime(() => AwsLibrary.Configuration.Regions);
        var own = ProjectVersionArn.TryParse(typed.Text(nameof(ProjectVersionArn)))?.Region;
        // Every other would be a RegionMismatch.
        if (own is not null && word.Matches(own)) return [Offer(word, regions.FirstOrDefault(region => region.SystemName == own) ?? new AwsRegion(own, own, HasRekognition: true))];

        return regions
            .Where(region => word.Matches(region.SystemName) || word.Matches(region.DisplayName))
            .OrderBy(region => !region.HasRekognition)
            .ThenBy(region => !word.Begins(region.SystemName))
            .Select(region => Offer(word, region));
    }

    private static CompletionResult Offer(CompletionWord word, AwsRegion region) => new(
        word.Quote(region.SystemName),
        region.SystemName,
        CompletionResultType.ParameterValue,
        region.HasRekognition ? region.DisplayName : $"{region.DisplayName}; Rekognition is not known to be there");
}
