namespace CustomLabels;

/// <summary>How input written for the AWS CLI holds bytes: the CLI's <c>--cli-binary-format</c>.</summary>
public enum CliBinaryFormat
{
    /// <summary>As base64. White space in it doesn't count.</summary>
    Base64,

    /// <summary>Literally: the text's own bytes in UTF-8. The CLI calls it <c>raw-in-base64-out</c>.</summary>
    RawInBase64Out,
}
