using CustomLabels.Cli.Input;

namespace CustomLabels.Loading;

/// <summary>Reads YAML, and loads what reads it when the first text comes: most commands that may meet YAML meet none.</summary>
internal sealed class LateYamlParser : IYamlParser
{
    /// <inheritdoc/>
    public InputValue Parse(string text) => AwsLibrary.YamlParser.Parse(text);
}
