namespace CustomLabels.Testing;

/// <summary>How a step ended.</summary>
public enum StepEnd
{
    /// <summary>The connection stays for the next request.</summary>
    Kept,

    /// <summary>The server is done with the connection.</summary>
    Closed,

    /// <summary>The client went before the step was over.</summary>
    Aborted,
}
