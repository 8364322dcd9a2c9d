using System.Runtime.InteropServices;
using CustomLabels.Detection.Protocol;

namespace CustomLabels.Detection.Journal;

/// <summary>Where an answer is, and what had been asked for it.</summary>
/// <param name="Offset">Where its line begins.</param>
/// <param name="Size">The line's bytes.</param>
/// <param name="Asked">What had been asked.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct JournalRecording(long Offset, int Size, JournalRequest Asked)
{
    /// <summary>How well the answer serves a request: 2 as it is, 1 without what is not asked for, 0 with what it has, which may be less than is asked for.</summary>
    public int Fitness(DetectRequest request)
    {
        if (Asked.MinConfidence == request.MinConfidence && Asked.MaxResults == request.MaxResults) return 2;
        var reachesLow = Asked.MinConfidence == request.MinConfidence || Asked.MinConfidence <= request.MinConfidence;
        var isLong = Asked.MaxResults is null || Asked.MaxResults >= request.MaxResults;
        return reachesLow && isLong ? 1 : 0;
    }
}
