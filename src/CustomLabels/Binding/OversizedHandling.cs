namespace CustomLabels;

/// <summary>What is done with images that are larger than the service documents: 4,000,000 bytes, 4096 pixels a side.</summary>
public enum OversizedHandling
{
    /// <summary>They are sent as they are, and the service decides.</summary>
    Send,

    /// <summary>They are scaled and encoded again, so that they fit.</summary>
    Shrink,
}
