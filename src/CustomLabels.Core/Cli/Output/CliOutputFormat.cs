namespace CustomLabels;

/// <summary>What the AWS CLI can be asked for with <c>--output</c>.</summary>
public enum CliOutputFormat
{
    /// <summary>Indented JSON: the CLI's default.</summary>
    Json,

    /// <summary>Lines of tab-separated values.</summary>
    Text,

    /// <summary>A table of dashes and bars, of 80 columns where it fits, without colours.</summary>
    Table,

    /// <summary>YAML.</summary>
    Yaml,

    /// <summary>YAML, as a list with one item for each call: the CLI's <c>yaml-stream</c>.</summary>
    YamlStream,
}
