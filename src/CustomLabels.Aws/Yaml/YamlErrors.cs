using System;
using CustomLabels.Cli.Input;
using YamlDotNet.Core;

namespace CustomLabels.Aws.Yaml;

/// <summary>Says where in the text something is wrong.</summary>
internal static class YamlErrors
{
    public static InputSyntaxException At(in Mark mark, string problem, Exception? innerException = null) =>
        new(mark.Line, mark.Column, VisibleText.Of(problem.TrimEnd('.')), innerException);
}
