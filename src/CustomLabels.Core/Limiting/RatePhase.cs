namespace CustomLabels.Limiting;

/// <summary>What is known about the rate that the service has room for.</summary>
internal enum RatePhase
{
    /// <summary>Nothing was ever throttled: there is no limit.</summary>
    Open,

    /// <summary>The rate was cut; answers still tell of the rate before.</summary>
    Settling,

    /// <summary>Answers tell of the rate that it was cut to, which is held.</summary>
    Measuring,

    /// <summary>The rate grows until a request is throttled.</summary>
    Cruising,
}
