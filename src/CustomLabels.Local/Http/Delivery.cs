namespace CustomLabels.Local.Http;

/// <summary>How an answer goes to the client.</summary>
internal enum Delivery
{
    /// <summary>As it should.</summary>
    Whole,

    /// <summary>Half of the body, then the connection is closed.</summary>
    Truncated,

    /// <summary>Not at all: the connection is reset.</summary>
    Reset,
}
