namespace CustomLabels;

/// <summary>What -GenerateCliSkeleton writes.</summary>
public enum CliSkeleton
{
    /// <summary>Input to fill in, in JSON.</summary>
    Input,

    /// <summary>Input to fill in, in YAML. The AWS CLI calls it <c>yaml-input</c>.</summary>
    YamlInput,

    /// <summary>A sample answer in JSON, when the command is one that could be sent.</summary>
    Output,
}
