namespace CustomLabels;

/// <summary>How far an error reaches.</summary>
public enum ErrorScope
{
    /// <summary>One image; the others go on.</summary>
    Image,

    /// <summary>One model version: every image that asks it would fail in the same way.</summary>
    Model,

    /// <summary>Every image would fail in the same way; the run ends.</summary>
    Run,
}
