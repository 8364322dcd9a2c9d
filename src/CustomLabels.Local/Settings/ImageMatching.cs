namespace CustomLabels;

/// <summary>How a <see cref="LocalEndpoint"/> knows an image that is sent.</summary>
public enum ImageMatching
{
    /// <summary>By its bytes: the same file.</summary>
    Content,

    /// <summary>By its bytes, or else by what is to be seen on it: also a copy that was encoded again or scaled. Pictures that are too much alike are unknown.</summary>
    Pixels,
}
