using System;
using CustomLabels.Images;

namespace CustomLabels.Detection;

/// <summary>What a call is about and what it has cost so far; still true when the call fails.</summary>
/// <param name="request">The image and the question.</param>
/// <param name="place">The image's place among all of the run.</param>
/// <param name="log">What to say on the way.</param>
internal sealed class CallContext(DetectionRequest request, long place, IDetectionLog log)
{
    /// <summary>The image and the question.</summary>
    public DetectionRequest Request { get; } = request;

    /// <summary>The image for messages, safe to print: with its folder, because a run goes through many.</summary>
    public string Image => VisibleText.Of(Request.Image.LiteralPath ?? Request.Image.Name);

    /// <summary>The model asked.</summary>
    public string ProjectVersionArn => Request.ProjectVersionArn.Text;

    /// <summary>The image's place among all of the run: who came first is served first.</summary>
    public long Place { get; } = place;

    /// <summary>What to say on the way.</summary>
    public IDetectionLog Log { get; } = log;

    /// <summary>What was seen of the image; null for S3.</summary>
    public InspectedImage? Inspected { get; set; }

    /// <summary>When the first request was sent; null before that.</summary>
    public TimeSpan? FirstSent { get; set; }

    /// <summary>Requests sent; a throttled one is not an attempt.</summary>
    public int Attempts { get; set; }

    /// <summary>The service's id of the last answer.</summary>
    public string? RequestId { get; set; }

    /// <summary>Why the service may have refused the image: the documented limits it is outside of. Null when none is known.</summary>
    public string? Explanation => ImageLimits.Explain(
        Inspected is not null ? ImageLimits.Check(Inspected.Header, Inspected.Length) : Request.Image is S3Image s3Image ? ImageLimits.Check(s3Image) : []);

    /// <summary>How the image can be made to fit where the service finds it too large.</summary>
    public string Smaller => Inspected is not null
        ? ImageErrors.Smaller(Inspected.Length, Inspected.Header)
        : $"Make the object smaller: in S3 15 MB and {ImageLimits.MaxPixels} pixels a side are allowed.";
}
