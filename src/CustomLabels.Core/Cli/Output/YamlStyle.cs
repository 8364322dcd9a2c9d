namespace CustomLabels.Cli.Output;

/// <summary>How YAML writes a text.</summary>
internal enum YamlStyle
{
    /// <summary>As it is.</summary>
    Plain,

    /// <summary>In single quotes, without escapes.</summary>
    SingleQuoted,

    /// <summary>In double quotes, with escapes.</summary>
    DoubleQuoted,
}
