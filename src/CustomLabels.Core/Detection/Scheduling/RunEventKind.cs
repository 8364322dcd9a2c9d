namespace CustomLabels.Detection.Scheduling;

/// <summary>What came out of a run.</summary>
internal enum RunEventKind
{
    /// <summary>An image is finished.</summary>
    Result,

    /// <summary>An image failed in a way that every other one would: the run starts nothing more.</summary>
    Ended,

    /// <summary>A line for the verbose stream.</summary>
    Verbose,

    /// <summary>A line for the debug stream.</summary>
    Debug,
}
