namespace CustomLabels.Detection.Journal;

/// <summary>How a run keeps a journal, and what it takes from it.</summary>
/// <param name="Path">Absolute path of the file; it is made where there is none.</param>
internal sealed record JournalOptions(string Path)
{
    /// <summary>Whether a result waits until its line is on the device, and not only with the system.</summary>
    public bool IsDurable { get; init; }

    /// <summary>Whether images that failed are finished too.</summary>
    public bool SkipsFailed { get; init; }

    /// <summary>Whether files are read and compared by content also where length and time are as they were.</summary>
    public bool VerifiesContent { get; init; }

    /// <summary>Whether images that are too large are shrunk: what was answered about such a one as it is, is no answer then.</summary>
    public bool Shrinks { get; init; }

    /// <summary>Whether pixel boxes refer to a JPEG as its EXIF orientation displays it.</summary>
    public bool AppliesOrientation { get; init; } = true;
}
