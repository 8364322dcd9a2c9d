namespace CustomLabels.Cli.Input;

/// <summary>Reads YAML. The door between this library, which depends on nothing, and a YAML library.</summary>
internal interface IYamlParser
{
    /// <summary>Reads one document as the AWS CLI does: YAML 1.2, with merge keys and !!binary. Stops early at text that would grow when it is read.</summary>
    /// <param name="text">The document.</param>
    /// <exception cref="InputSyntaxException">It is not YAML, or holds what the CLI does not take either.</exception>
    InputValue Parse(string text);
}
