namespace CustomLabels;

/// <summary>What became of what a lease was written for.</summary>
public enum LeaseState
{
    /// <summary>Written, and nothing is asked for yet: where the process dies now, nothing runs because of this lease.</summary>
    Prepared,

    /// <summary>The start is asked for, and nothing has confirmed it: the model may not run, may run, or may run soon.</summary>
    Starting,

    /// <summary>The model was started, or found on, under this lease.</summary>
    Held,

    /// <summary>What it was for is over, and no stop is confirmed: the model is to be stopped.</summary>
    Due,
}
