namespace CustomLabels.Detection.Journal;

/// <summary>A finished image that answers a request.</summary>
/// <param name="Image">The image.</param>
/// <param name="IsCurrent">Whether it is the last word on its source and says the file's present time; if not, it is to be written again, so that the next
/// run finds it at once and a reader of the journal finds it last.</param>
internal sealed record JournalMatch(JournalImage Image, bool IsCurrent);
