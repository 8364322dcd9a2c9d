namespace CustomLabels;

/// <summary>How much a finding in a manifest matters, in the words of AWS's guide.</summary>
public enum ManifestSeverity
{
    /// <summary>The service refuses the manifest: the dataset is not created, or the training ends.</summary>
    Terminal,

    /// <summary>A line, a box or an attribute is lost; the service trains without it.</summary>
    Error,

    /// <summary>The service takes it, and it does not do what people expect: a line without labels is not used for training.</summary>
    Warning,

    /// <summary>AWS's guide contradicts itself, or does not say what the service does, such as at an exact limit.</summary>
    Unclear,
}
