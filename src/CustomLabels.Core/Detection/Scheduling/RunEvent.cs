namespace CustomLabels.Detection.Scheduling;

/// <summary>One thing that came out of a run, to be handled on the thread that owns the run.</summary>
internal readonly record struct RunEvent
{
    private readonly RunItem? _item;

    internal RunEvent(RunEventKind kind, string text)
    {
        Kind = kind;
        Text = text;
    }

    internal RunEvent(RunEventKind kind, RunItem item)
    {
        Kind = kind;
        Text = "";
        _item = item;
    }

    /// <summary>What it is.</summary>
    public RunEventKind Kind { get; }

    /// <summary>The line; empty for a result.</summary>
    public string Text { get; }

    /// <summary>The result; null for a line. What the work threw comes out here, on the owner's thread.</summary>
    public DetectionResult? Result => _item?.Result;

    /// <summary>Whether nothing came out, and more can go in: the default.</summary>
    internal bool IsRoom => Text is null;

    internal long HeldBytes => _item?.HeldBytes ?? 0;
}
