namespace CustomLabels.Cli.Input;

/// <summary>What can be wrong with input written for the AWS CLI. Each ends the run: every image would be asked in the same wrong way.</summary>
internal static class CliInputErrors
{
    private const string StartAnew = "Correct it, or start from what -GenerateCliSkeleton Input (or YamlInput) writes.";

    /// <summary>Two inputs are given.</summary>
    public static CustomLabelsError TwoInputs() =>
        New("-CliInputJson and -CliInputYaml are both given, and one is allowed.", "Leave one of them out.");

    /// <summary>The input's file can't be read.</summary>
    internal static CustomLabelsError Unreadable(string parameter, string path, string why, string reason) =>
        New($"{parameter} '{InputValue.Shown(path)}' was taken for a path, because {why}. {Sentence.Of(reason)}", "Check the path; or give the text itself.");

    internal static CustomLabelsError Malformed(string source, string problem) => New($"{source}: {Sentence.Of(problem)}", StartAnew);

    internal static CustomLabelsError Unknown(string source, string path, string parent, string[] allowed) =>
        New($"{source}: {path} is unknown. The members of {parent} are {string.Join(", ", allowed)}.", "Take it out, or write it as one of these: capitals count.");

    internal static CustomLabelsError Wrong(string source, string path, string found, string allowed) =>
        New($"{source}: {path} is {found}; {allowed} is allowed.", StartAnew);

    internal static CustomLabelsError Image(string source, string problem) => New(
        $"{source}: {problem}.", "Give Image either S3Object, with Bucket and Name, or Bytes; or give the image as a parameter: it takes the place of Image.");

    private static CustomLabelsError New(string message, string action) => new(ErrorId.RequestInvalid, message, action) { Scope = ErrorScope.Run };
}
