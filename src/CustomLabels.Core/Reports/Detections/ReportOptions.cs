namespace CustomLabels.Reports.Detections;

/// <summary>How a report is made.</summary>
/// <param name="Path">Full path of the page.</param>
internal sealed record ReportOptions(string Path)
{
    /// <summary>The title, from outside.</summary>
    public string Title { get; init; } = "Detections";

    /// <summary>Most pixels of a small picture's longer side.</summary>
    public int ThumbnailSize { get; init; } = 256;

    /// <summary>Whether what is there is replaced.</summary>
    public bool Replaces { get; init; }

    /// <summary>The largest page, in bytes, that has its small pictures inside: browsers open larger ones, but slowly.</summary>
    public long MostPageBytes { get; init; } = 100_000_000;
}
