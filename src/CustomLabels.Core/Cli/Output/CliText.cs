using System;
using CustomLabels.Detection.Protocol;

namespace CustomLabels.Cli.Output;

/// <summary>Prints the labels of one image as <c>aws rekognition detect-custom-labels</c> does, to the byte.</summary>
/// <remarks>
/// The reference is AWS CLI 2.9.19, writing to a file or a pipe. It prints what is on the wire: a number without a fraction stays without one, and
/// a member that wasn't sent isn't printed. So the answer that the labels were read from is printed, and only labels that have none are written first.
/// </remarks>
internal static class CliText
{
    /// <summary>The text, its last line end included; empty where the CLI prints nothing.</summary>
    /// <param name="labels">The labels of one image.</param>
    /// <param name="format">The CLI's <c>--output</c>.</param>
    public static string Of(CustomLabelCollection labels, CliOutputFormat format)
    {
        if (labels is null) throw new ArgumentNullException(nameof(labels));
        var answer = AnswerTree.Read(labels.Answer.IsEmpty ? DetectResponseWriter.Write(labels) : labels.Answer);
        if (answer.Members.Count == 0) return "";
        return format switch
        {
            CliOutputFormat.Json => JsonOutput.Of(answer),
            CliOutputFormat.Text => TextOutput.Of(answer),
            CliOutputFormat.Table => TableOutput.Of("DetectCustomLabels", answer),
            CliOutputFormat.Yaml => YamlOutput.Of(answer),
            CliOutputFormat.YamlStream => YamlOutput.Of(new NodeList(new Structure[] { answer })),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "The AWS CLI has no such output."),
        };
    }
}
