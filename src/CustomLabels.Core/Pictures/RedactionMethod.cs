namespace CustomLabels;

/// <summary>How a part of a picture is made unrecognisable.</summary>
public enum RedactionMethod
{
    /// <summary>Filled with black: nothing of it is left.</summary>
    Fill,

    /// <summary>Blurred: obscured, and not anonymous. Who has candidates finds the one that it was.</summary>
    Blur,

    /// <summary>Made of large squares: obscured, and not anonymous, as <see cref="Blur"/>.</summary>
    Pixelate,
}
