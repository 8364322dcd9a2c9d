namespace CustomLabels;

/// <summary>The format of a picture that is written.</summary>
public enum PictureFormat
{
    /// <summary>That of the picture it is made of.</summary>
    Same,

    /// <summary>JPEG; what is transparent becomes white.</summary>
    Jpeg,

    /// <summary>PNG, which loses nothing.</summary>
    Png,
}
