namespace CustomLabels.Detection;

/// <summary>What came out of a run.</summary>
public enum RunEventKind
{
    /// <summary>An image is finished.</summary>
    Result,

    /// <summary>A line for the verbose stream.</summary>
    Verbose,

    /// <summary>A line for the debug stream.</summary>
    Debug,
}
