using System.Runtime.InteropServices;
using CustomLabels.Wire;

namespace CustomLabels.Journal;

/// <summary>Where an answer is, and what had been asked for it.</summary>
/// <param name="Offset">Where its line begins.</param>
/// <param name="Size">The line's bytes.</param>
/// <param name="MinConfidence">The confidence asked for.</param>
/// <param name="MaxResults">The most labels asked for.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct JournalRecording(long Offset, int Size, double? MinConfidence, int? MaxResults)
{
    /// <summary>How well the answer serves a request: 2 as it is, 1 without what is not asked for, 0 with what it has, which may be less than is asked for.</summary>
    public int Fitness(DetectRequest request)
    {
        if (MinConfidence == request.MinConfidence && MaxResults == request.MaxResults) return 2;
        var reachesLow = MinConfidence == request.MinConfidence || MinConfidence <= request.MinConfidence;
        var isLong = MaxResults is null || MaxResults >= request.MaxResults;
        return reachesLow && isLong ? 1 : 0;
    }
}
