using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api;

namespace CustomLabels.Detection;

/// <summary>Thresholds of labels, and how many are kept: the service knows one for all, so that the least is asked for, and the rest is done here.</summary>
/// <param name="Thresholds">The least confidence of each label, 0 to 100, by names letter by letter: what is at least so sure is kept.</param>
/// <param name="Others">That of every other label.</param>
/// <param name="MaxResults">The most labels, the surest ones; null for all.</param>
internal sealed record LabelFilter(IReadOnlyDictionary<string, double> Thresholds, double Others, int? MaxResults)
{
    /// <summary>What the service is asked for: the least of all.</summary>
    public double LeastConfidence => Math.Min(Others, Thresholds.Values.DefaultIfEmpty(Others).Min());

    /// <summary>Detection whose results are filtered when they are there: a journal around it keeps them whole.</summary>
    public static Func<DetectionRequest, ICallLog, CancellationToken, Task<DetectionResult>> Around(Func<DetectionRequest, ICallLog, CancellationToken, Task<DetectionResult>> detect) =>
        async (request, log, cancellationToken) =>
        {
            var result = await detect(request, log, cancellationToken).ConfigureAwait(false);
            return request.Filter?.Apply(result) ?? result;
        };

    /// <summary>The result with what is kept of it.</summary>
    public DetectionResult Apply(DetectionResult result) => result with
    {
        CustomLabels = new CustomLabelCollection(result.CustomLabels.Where(IsKept).Take(MaxResults ?? int.MaxValue).ToArray()),
        MaxResults = MaxResults,
        IsFiltered = true,
    };

    private bool IsKept(CustomLabel label) => label.Confidence >= (Thresholds.TryGetValue(label.Name, out var own) ? own : Others);
}
