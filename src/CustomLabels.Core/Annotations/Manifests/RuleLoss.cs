namespace CustomLabels.Annotations.Manifests;

/// <summary>What the service leaves out where a rule is broken.</summary>
internal enum RuleLoss
{
    /// <summary>Nothing, or it is not known, or the whole manifest.</summary>
    None,

    /// <summary>A box; the line's others are used.</summary>
    Box,

    /// <summary>A label attribute; the line's others are used.</summary>
    Attribute,

    /// <summary>The line, which counts as invalid.</summary>
    Line,

    /// <summary>The line, which does not count as invalid.</summary>
    IgnoredLine,
}
