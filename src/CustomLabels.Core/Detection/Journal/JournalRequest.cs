using CustomLabels.Arns;

namespace CustomLabels.Detection.Journal;

/// <summary>What was asked of an image, as it was sent: with the image's identity and content, what makes a line the answer to a request.</summary>
/// <param name="ProjectVersionArn">The model version; empty where none was given.</param>
/// <param name="MinConfidence">The confidence asked for; null when the model's own thresholds applied.</param>
/// <param name="MaxResults">The most labels asked for; null when none was set.</param>
internal sealed record JournalRequest(string ProjectVersionArn, double? MinConfidence, int? MaxResults)
{
    /// <summary>What was done with an image because it is too large: <c>Shrink</c>, or a later module's word; null where the image itself was sent.</summary>
    public string? Oversized { get; init; }

    /// <summary>What a later module says besides, of the request or of the image, as JSON in the order of its names; empty where it is nothing. It makes another request of it.</summary>
    public string Others { get; init; } = "";
}
