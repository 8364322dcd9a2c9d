namespace CustomLabels.Models.Lifecycle;

/// <summary>What a status means to who waits for another.</summary>
internal enum WaitVerdict
{
    /// <summary>Not yet.</summary>
    Pending,

    /// <summary>It is the one.</summary>
    Reached,

    /// <summary>The service has failed at what was waited for.</summary>
    Failed,

    /// <summary>Another one, that doesn't change by itself: the wanted one won't come.</summary>
    SettledElsewhere,
}
