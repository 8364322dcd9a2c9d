namespace CustomLabels.Detection.Limiting;

/// <summary>What answers tell about the rate.</summary>
internal enum RatePhase
{
    /// <summary>Nothing was ever throttled: there is no limit.</summary>
    Open,

    /// <summary>A request was throttled for the first time: by chance, or because the rate is too high?</summary>
    Doubting,

    /// <summary>The rate has just been changed: answers are still to requests from before.</summary>
    Settling,

    /// <summary>The rate is held, and the share of throttles says by how much it is too high.</summary>
    Measuring,

    /// <summary>The rate grows until it is too high.</summary>
    Growing,
}
