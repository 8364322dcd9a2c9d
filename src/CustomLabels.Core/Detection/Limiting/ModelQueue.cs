using System.Collections.Generic;
using System.Threading.Tasks;

namespace CustomLabels.Detection.Limiting;

/// <summary>The requests to one model that wait for their turn, the image that came first before the others, also when it comes back.</summary>
internal sealed class ModelQueue(int maxConcurrency)
{
    /// <summary>A model's own: it has inference units of its own.</summary>
    public RequestLimiter Limiter { get; } = new(maxConcurrency);

    /// <summary>By the place of their image.</summary>
    public SortedDictionary<long, TaskCompletionSource<bool>> Waiting { get; } = [];
}
