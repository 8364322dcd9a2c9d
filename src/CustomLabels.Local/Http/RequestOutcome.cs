namespace CustomLabels.Local.Http;

/// <summary>How a request ended.</summary>
internal enum RequestOutcome
{
    /// <summary>Answered with 2xx.</summary>
    Answered,

    /// <summary>Answered with an error.</summary>
    Failed,

    /// <summary>Not answered: the client went away, fell silent, or the server stopped.</summary>
    Aborted,

    /// <summary>Reset instead of answered, as was asked for.</summary>
    Reset,

    /// <summary>Answered with half an answer, as was asked for.</summary>
    Truncated,
}
